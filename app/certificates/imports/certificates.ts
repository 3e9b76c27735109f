import db from '@adonisjs/lucid/services/db'
import {
  assertMakesCertificates,
  importCertificate,
  renderImported,
  type ImportedValues,
} from '#certificates/actions/import_certificate'
import { currentSeries } from '#catalogue/queries/current_series'
import { isPersonName, normalizeName, readIdNumber } from '#identity/id_number'
import { defineImport, type Cells, type Checked } from '#imports/define_import'
import { bodyNames, resolveBodies } from '#imports/resolve_bodies'
import { LEVEL_LABELS } from '#province/facts'
import type { SeriesRule } from '#province/ruleset'
import { blindIndex } from '#tenancy/crypto'
import { today } from '#web/actor'
import { Refusal } from '#web/refusal'
import { isDay } from '#web/vine'

const LEVELS = new Map(Object.entries(LEVEL_LABELS).map(([value, label]) => [label, value]))
const distinct = (names: string[]) => [...new Set(names)]
const DAY = '按“2026-06-01”填写。'

/** Electronic certificates of people reviewed elsewhere: only listed values, a reason for each row that fails (HU-69). */
defineImport<ImportedValues>({
  kind: 'certificates',
  label: '电子证书',
  ability: 'certificates.generate',
  path: '/certificates',
  choices: [],
  note: '用于评审不在本系统的人员：只生成电子证书，不建立申报。照片、申报材料、评审表不在导入范围，证书上的照片处留空；在本系统评审的人员请在“生成电子证书”中生成。提交后证书即生效，编号不能改，填错的用“更正”或“撤销”办理。',
  columns: [
    { key: 'name', title: '姓名', required: true, maxLength: 30 },
    { key: 'idNumber', title: '身份证号', required: true, maxLength: 18, width: 24 },
    { key: 'unit', title: '工作单位', required: true, maxLength: 150, width: 36 },
    {
      key: 'series',
      title: '系列',
      required: true,
      list: async () => (await currentSeries()).map(({ name }) => name),
    },
    {
      key: 'specialty',
      title: '专业',
      required: true,
      maxLength: 100,
      list: async () =>
        distinct(
          (await currentSeries()).flatMap(({ specialties }) => specialties.map(({ name }) => name))
        ),
    },
    {
      key: 'title',
      title: '资格名称',
      required: true,
      list: async () =>
        distinct((await currentSeries()).flatMap(({ titles }) => titles.map(({ name }) => name))),
    },
    { key: 'level', title: '级别', required: true, list: async () => [...LEVELS.keys()] },
    { key: 'committee', title: '评审组织', required: true, maxLength: 100, width: 36 },
    { key: 'passedOn', title: '通过时间', required: true, maxLength: 10, hint: DAY },
    { key: 'documentNumber', title: '批准文号', maxLength: 60, width: 24 },
    {
      key: 'issuer',
      title: '发证机关',
      required: true,
      maxLength: 150,
      width: 36,
      list: bodyNames,
      isOpen: true,
    },
    { key: 'issuedOn', title: '发证日期', required: true, maxLength: 10, hint: DAY },
    {
      key: 'number',
      title: '证书编号',
      maxLength: 60,
      width: 24,
      hint: '不填时从证书编号库取下一个号。',
    },
  ],
  async check(ctx, rows) {
    try {
      await assertMakesCertificates(ctx)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return rows.map(() => ({ fault: (error as Refusal).message }))
    }
    const series = await currentSeries()
    const bodyOf = await resolveBodies(rows.map(({ issuer }) => issuer))
    const taken = await takenNumbers(rows.flatMap(({ number }) => number || []))
    const day = today(ctx)
    return rows.map((row) => judged(row, { series, bodyOf, taken, day }))
  },
  identity: ({ idNumber, seriesCode, title }) => `${idNumber}|${seriesCode}|${title}`,
  exists: async (values) => {
    const row = await db
      .from('imported_certificates as i')
      .join('people as p', 'p.id', 'i.person_id')
      .where('p.id_number_index', blindIndex('people.id_number', values.idNumber))
      .where({ 'i.title_name': values.title, 'i.level': values.level })
      .where((same) => void (values.number && same.where('i.number', values.number)))
      .first()
    return row !== null
  },
  commit: importCertificate,
  finish: renderImported,
})

interface Around {
  series: SeriesRule[]
  bodyOf: Awaited<ReturnType<typeof resolveBodies>>
  taken: Set<string>
  day: string
}

function judged(row: Cells, { series, bodyOf, taken, day }: Around): Checked<ImportedValues> {
  const idNumber = row.idNumber.toUpperCase()
  const facts = readIdNumber(idNumber)
  if ('fault' in facts) return { fault: facts.fault }
  if (!isPersonName(normalizeName(row.name)))
    return { fault: '姓名应为 2 至 30 个汉字，可含间隔点“·”' }
  const found = series.find(({ name }) => name === row.series)
  if (!found) return { fault: `没有系列“${row.series}”` }
  if (!found.specialties.some(({ name }) => name === row.specialty))
    return { fault: `系列“${row.series}”没有专业“${row.specialty}”` }
  const level = LEVELS.get(row.level)
  const title = found.titles.find(({ name }) => name === row.title)
  if (!title) return { fault: `系列“${row.series}”没有职称“${row.title}”` }
  if (title.level !== level) return { fault: `“${row.title}”不是${row.level}` }
  for (const [label, value] of [
    ['通过时间', row.passedOn],
    ['发证日期', row.issuedOn],
  ])
    if (!isDay(value) || value > day)
      return { fault: `${label}应为不晚于今天的日期，如 2026-06-01` }
  if (row.passedOn > row.issuedOn) return { fault: '发证日期不能早于通过时间' }
  const issuer = bodyOf(row.issuer)
  if ('fault' in issuer) return issuer
  if (row.number && !/^[0-9A-Za-z-]{4,60}$/.test(row.number))
    return { fault: '证书编号由数字、字母和连字符组成' }
  if (row.number && taken.has(row.number)) return { fault: `证书编号 ${row.number} 已被使用` }
  if (row.number) taken.add(row.number)
  return {
    values: {
      name: normalizeName(row.name),
      idNumber,
      unit: row.unit,
      seriesCode: found.code,
      series: found.name,
      specialty: row.specialty,
      title: row.title,
      level,
      committee: row.committee,
      passedOn: row.passedOn,
      documentNumber: row.documentNumber,
      issuerId: issuer.id,
      issuedOn: row.issuedOn,
      number: row.number,
    },
  }
}

async function takenNumbers(numbers: string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set()
  const [ours, others] = await Promise.all([
    db
      .from('applications')
      .whereIn('certificate_number', numbers)
      .select('certificate_number as n'),
    db.from('certificates').whereIn('number', numbers).select('number as n'),
  ])
  return new Set([...ours, ...others].map(({ n }) => n as string))
}
