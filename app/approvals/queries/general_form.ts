import db from '@adonisjs/lucid/services/db'
import { valueWords } from '#approvals/value_words'
import { caseRows, type CaseRow } from '#approvals/queries/case_rows'
import type { FieldRule, Ruleset } from '#province/ruleset'
import type { XlsxColumn } from '#web/excel'

/** A column of the general form (通用表): a fact of the case or a field of its form. */
export interface ReportColumn {
  source: string
  title: string
}

const FACTS: [keyof CaseRow, string][] = [
  ['code', '申报编号'],
  ['name', '姓名'],
  ['idNumber', '身份证号'],
  ['unit', '申报单位'],
  ['category', '申报类别'],
  ['series', '申报系列'],
  ['specialty', '申报专业'],
  ['title', '申报职称名称'],
  ['level', '申报等级'],
  ['mode', '申报方式'],
  ['evaluationMethod', '评审方式'],
  ['committee', '评委会'],
]
const CHUNK = 1000
const UNREAD = new Set(['file', 'image', 'read_only'])

/** What a template may choose from: facts of the case, then the fields of the form that are no files and not sensitive. */
export function reportSources({ application }: Ruleset): (ReportColumn & { group: string })[] {
  return [
    ...FACTS.map(([id, title]) => ({ source: `case.${id}`, title, group: '申报' })),
    ...application.sections.flatMap((section) =>
      section.fields
        .filter(({ type, sensitive }) => !UNREAD.has(type) && !sensitive)
        .map(({ id, label }) => ({
          source: `form.${section.id}.${id}`,
          title: label,
          group: section.title,
        }))
    ),
  ]
}

export const plainColumns = (): ReportColumn[] =>
  FACTS.map(([id, title]) => ({ source: `case.${id}`, title }))

interface Row {
  facts: CaseRow
  form: Record<string, unknown>
}

/** The general form of cases by id, read in chunks while it is sent (HB-11). */
export async function* generalForm(
  ids: AsyncIterable<number> | Iterable<number>,
  columns: ReportColumn[]
) {
  const sections = new Set(
    columns.flatMap(({ source }) => {
      const [from, section] = source.split('.')
      return from === 'form' ? [section] : []
    })
  )
  // each chunk is read while the one before it is written
  let ready: Promise<Row[]> = Promise.resolve([])
  const following = (chunk: number[]) => {
    const before = ready
    ready = readChunk(chunk, [...sections])
    ready.catch(() => {})
    return before
  }
  let chunk: number[] = []
  for await (const id of ids) {
    chunk.push(id)
    if (chunk.length < CHUNK) continue
    yield* await following(chunk)
    chunk = []
  }
  yield* await following(chunk)
  yield* await ready
}

async function readChunk(ids: number[], asked: string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const [facts, sections] = await Promise.all([
    caseRows(ids),
    asked.length === 0
      ? []
      : db
          .from('application_sections')
          .whereIn('application_id', ids)
          .whereIn('section', asked)
          .select('application_id', 'section', 'content'),
  ])
  const forms = new Map<number, Record<string, unknown>>()
  for (const { application_id: id, section, content } of sections)
    forms.set(id, {
      ...forms.get(id),
      [section]: typeof content === 'string' ? JSON.parse(content) : content,
    })
  return ids.flatMap((id) =>
    facts.has(id) ? { facts: facts.get(id)!, form: forms.get(id) ?? {} } : []
  )
}

export function xlsxColumns(columns: ReportColumn[], ruleset: Ruleset): XlsxColumn<Row>[] {
  const fields = new Map<string, FieldRule>(
    ruleset.application.sections.flatMap((section) =>
      section.fields.map((field) => [`form.${section.id}.${field.id}`, field])
    )
  )
  return [
    { title: '序号', value: (_, index) => index + 1 },
    ...columns.map(({ source, title }) => ({ title, value: valueOf(source, fields) })),
  ]
}

function valueOf(source: string, fields: Map<string, FieldRule>): XlsxColumn<Row>['value'] {
  const [from, section, id] = source.split('.')
  if (from === 'case') return ({ facts }) => facts[section as keyof CaseRow]
  const field = fields.get(source)
  if (!field) return () => null
  return ({ form }) =>
    [form[section] ?? []]
      .flat()
      .map((record) => valueWords(field, (record as Record<string, unknown>)[id]))
      .filter(Boolean)
      .join('；')
}
