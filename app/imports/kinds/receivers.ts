import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { addReceivers, type ReceiverInput } from '#catalogue/actions/receiving_bodies'
import { levelOptions } from '#catalogue/queries/tree'
import { defineImport } from '#imports/define_import'
import { bodyNames, resolveBodies } from '#imports/resolve_bodies'

/** HU-34 */
defineImport<ReceiverInput>({
  kind: 'receivers',
  label: '初定认定受理机构',
  ability: 'catalogue.manage',
  path: '/catalogue/receivers',
  choices: [
    { name: 'level', label: '职称等级', required: true, choices: async () => levelOptions() },
    {
      name: 'acquisition',
      label: '取得方式',
      required: true,
      choices: async () =>
        (await currentRuleset()).ruleset.application.acquisitions.map(({ value, label }) => ({
          value,
          label,
        })),
    },
  ],
  columns: [
    {
      key: 'body',
      title: '机构名称或代码',
      required: true,
      maxLength: 150,
      width: 36,
      list: bodyNames,
      isOpen: true,
    },
    {
      key: 'printedName',
      title: '打在证书上的机构名称',
      required: true,
      maxLength: 150,
      width: 36,
      hint: '印在电子证书的认定机构一栏，请准确填写。',
    },
    { key: 'contact', title: '联系人', maxLength: 60 },
    { key: 'phone', title: '联系电话', maxLength: 30 },
    { key: 'address', title: '受理地址', maxLength: 200 },
    { key: 'notice', title: '申报须知', maxLength: 4000, width: 50 },
  ],
  async check(_ctx, rows, { level, acquisition }) {
    const bodyOf = await resolveBodies(rows.map(({ body }) => body))
    const bodies = rows.flatMap(({ body }) => {
      const found = bodyOf(body)
      return 'fault' in found ? [] : found.id
    })
    const known = await db
      .from('receiving_bodies')
      .where({ level, acquisition, status: 'active' })
      .whereIn('organization_id', bodies)
      .select('organization_id')
    const taken = new Set(known.map((row) => Number(row.organization_id)))
    return rows.map(({ body, ...rest }) => {
      const found = bodyOf(body)
      if ('fault' in found) return found
      if (taken.has(found.id)) return { fault: '该机构已受理此等级和取得方式' }
      const { printedName, notice, contact, phone, address } = rest
      return {
        values: {
          organizationId: found.id,
          level,
          acquisition,
          printedName,
          notice,
          contact,
          phone,
          address,
        },
      }
    })
  },
  identity: ({ organizationId }) => String(organizationId),
  commitMany: addReceivers,
})
