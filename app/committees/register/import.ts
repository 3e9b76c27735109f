import db from '@adonisjs/lucid/services/db'
import { currentSeries } from '#catalogue/queries/current_series'
import { levelOptions } from '#catalogue/queries/tree'
import { registerCommittee, type NewCommittee } from '#committees/register/actions'
import { readIdNumber } from '#identity/id_number'
import { defineImport } from '#imports/define_import'
import { bodyNames, resolveBodies } from '#imports/resolve_bodies'
import { isDay } from '#web/vine'

/** HU-46. Operators get their secrets afterwards, one by one, when they come for them. */
defineImport<NewCommittee>({
  kind: 'committees',
  label: '评委会',
  ability: 'committees.register',
  path: '/committee-register',
  choices: [],
  columns: [
    { key: 'code', title: '评委会代码', required: true, maxLength: 40 },
    { key: 'name', title: '评委会名称', required: true, maxLength: 150, width: 40 },
    {
      key: 'level',
      title: '评审级别',
      required: true,
      list: async () => levelOptions().map(({ label }) => label),
    },
    {
      key: 'series',
      title: '评审系列',
      required: true,
      width: 24,
      list: async () => (await currentSeries()).map(({ name }) => name),
    },
    {
      key: 'specialties',
      title: '评审专业',
      required: true,
      maxLength: 2000,
      width: 40,
      hint: '专业名称或代码，多个用顿号分开。',
    },
    {
      key: 'body',
      title: '组建单位名称或代码',
      required: true,
      maxLength: 150,
      width: 36,
      list: bodyNames,
      isOpen: true,
    },
    { key: 'office', title: '审核路径中的节点', maxLength: 150, width: 36 },
    { key: 'size', title: '评委会人数', required: true, maxLength: 3 },
    {
      key: 'validFrom',
      title: '核准备案日期',
      required: true,
      maxLength: 10,
      hint: '如 2026-01-01',
    },
    { key: 'filingNumber', title: '备案文号', maxLength: 60 },
    { key: 'contactName', title: '联系人', required: true, maxLength: 60 },
    { key: 'contactIdNumber', title: '联系人身份证号', required: true, maxLength: 18, width: 24 },
    { key: 'contactPhone', title: '联系电话', maxLength: 30 },
  ],
  async check(_ctx, rows) {
    const series = await currentSeries()
    const levels = new Map(levelOptions().map(({ value, label }) => [label, value]))
    const bodyOf = await resolveBodies(rows.flatMap(({ body, office }) => [body, office]))
    const known = await db
      .from('committees')
      .whereIn(
        'code',
        rows.map(({ code }) => code)
      )
      .select('code')
    const codes = new Set(known.map(({ code }) => code))
    return rows.map((row) => {
      if (!/^[\w.-]{2,40}$/.test(row.code)) return { fault: '评委会代码由字母、数字和横线组成' }
      if (codes.has(row.code)) return { fault: `评委会代码 ${row.code} 已被使用` }
      const body = bodyOf(row.body)
      if ('fault' in body) return { fault: `组建单位：${body.fault}` }
      const office = row.office ? bodyOf(row.office) : null
      if (office && 'fault' in office) return { fault: `审核路径中的节点：${office.fault}` }
      const own = series.find(({ name }) => name === row.series)!
      const specialties = row.specialties
        .split(/[、,，;；\s]+/)
        .filter(Boolean)
        .map((text) => ({
          text,
          code: own.specialties.find(({ code, name }) => code === text || name === text)?.code,
        }))
      const unknown = specialties.filter(({ code }) => !code)
      if (unknown.length > 0)
        return { fault: `系列中没有专业：${unknown.map(({ text }) => text).join('、')}` }
      const size = Number(row.size)
      if (!Number.isInteger(size) || size < 1) return { fault: '评委会人数应为整数' }
      if (!isDay(row.validFrom)) return { fault: '核准备案日期应如 2026-01-01' }
      const facts = readIdNumber(row.contactIdNumber)
      if ('fault' in facts) return { fault: `联系人：${facts.fault}` }
      return {
        values: {
          code: row.code,
          name: row.name,
          level: levels.get(row.level)!,
          series: own.code,
          specialties: [...new Set(specialties.map(({ code }) => code!))],
          organizationId: body.id,
          officeId: office?.id ?? null,
          size,
          validFrom: row.validFrom,
          filingNumber: row.filingNumber || null,
          contactName: row.contactName,
          contactIdNumber: row.contactIdNumber,
          contactPhone: row.contactPhone || null,
        },
      }
    })
  },
  identity: ({ code }) => code,
  exists: async ({ code, name }) =>
    (await db
      .from('committees')
      .where({ code, name })
      .whereNotNull('contact_person_id')
      .first()) !== null,
  commit: async (ctx, values) => void (await registerCommittee(ctx, values)),
})
