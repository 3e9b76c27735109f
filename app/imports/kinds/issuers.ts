import db from '@adonisjs/lucid/services/db'
import { addIssuingCode } from '#catalogue/actions/issuing_codes'
import { defineImport } from '#imports/define_import'
import { bodyNames, resolveBodies } from '#imports/resolve_bodies'

/** HU-41 from a file */
defineImport<{ organizationId: number; code: string }>({
  kind: 'issuers',
  label: '发证单位编码',
  ability: 'catalogue.manage',
  path: '/catalogue/issuers',
  choices: [],
  columns: [
    {
      key: 'body',
      title: '单位名称或代码',
      required: true,
      maxLength: 150,
      width: 36,
      list: bodyNames,
      isOpen: true,
    },
    {
      key: 'code',
      title: '发证单位编码',
      required: true,
      maxLength: 12,
      hint: '一般为机构所属统筹区后 4 位。',
    },
  ],
  async check(_ctx, rows) {
    const bodyOf = await resolveBodies(rows.map(({ body }) => body))
    const known = await db
      .from('issuing_codes')
      .where('status', 'active')
      .select('code', 'organization_id')
    const codes = new Set(known.map(({ code }) => code))
    const bodies = new Set(known.map((row) => Number(row.organization_id)))
    return rows.map(({ body, code }) => {
      const found = bodyOf(body)
      if ('fault' in found) return found
      if (!/^[0-9A-Z]{2,12}$/.test(code))
        return { fault: '发证单位编码由 2 至 12 位数字或大写字母组成' }
      if (codes.has(code)) return { fault: `编码 ${code} 已被使用` }
      if (bodies.has(found.id)) return { fault: '该单位已有编码' }
      codes.add(code)
      return { values: { organizationId: found.id, code } }
    })
  },
  identity: ({ organizationId }) => String(organizationId),
  exists: async ({ organizationId, code }) =>
    (await db
      .from('issuing_codes')
      .where({ organization_id: organizationId, code, status: 'active' })
      .first()) !== null,
  commit: async (ctx, values) => void (await addIssuingCode(ctx, values)),
})
