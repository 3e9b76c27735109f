import db from '@adonisjs/lucid/services/db'
import { addIssuingCodes } from '#catalogue/actions/issuing_codes'
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
    const found = rows.map(({ body }) => bodyOf(body))
    const kept = (column: string, values: unknown[]) =>
      db
        .from('issuing_codes')
        .where('status', 'active')
        .whereIn(column, values as never)
        .select('code', 'organization_id')
    const sameCode = await kept(
      'code',
      rows.map(({ code }) => code)
    )
    const codes = new Set(sameCode.map(({ code }) => code))
    const sameBody = await kept(
      'organization_id',
      found.flatMap((each) => ('id' in each ? each.id : []))
    )
    const bodies = new Set(sameBody.map((row) => Number(row.organization_id)))
    return found.map((body, index) => {
      const { code } = rows[index]
      if ('fault' in body) return body
      if (!/^[0-9A-Z]{2,12}$/.test(code))
        return { fault: '发证单位编码由 2 至 12 位数字或大写字母组成' }
      if (codes.has(code)) return { fault: `编码 ${code} 已被使用` }
      if (bodies.has(body.id)) return { fault: '该单位已有编码' }
      codes.add(code)
      return { values: { organizationId: body.id, code } }
    })
  },
  identity: ({ organizationId }) => String(organizationId),
  commitMany: addIssuingCodes,
})
