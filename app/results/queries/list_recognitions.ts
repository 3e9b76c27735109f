import db from '@adonisjs/lucid/services/db'
import { LEVEL_LABELS } from '#province/facts'
import type { Actor } from '#web/actor'
import type { XlsxColumn } from '#web/excel'
import { paged, type Page, type Paged } from '#web/paging'
import { containing, startingWith } from '#web/like'

export const RECOGNITION_FILTERS = ['name', 'unit', 'year', 'level', 'number', 'status'] as const
export type RecognitionFilters = Partial<Record<(typeof RECOGNITION_FILTERS)[number], string>>

export interface RecognitionRow {
  id: number
  year: number
  name: string
  idNumber: string
  unit: string
  qualification: string
  qualificationNumber: string
  title: string
  level: string
  specialty: string | null
  recognizedOn: string
  recordedBy: string
  status: string
  reason: string | null
  version: number
}

/** What a body entered itself, newest first. */
export function recognitionQuery(actor: Actor, filters: RecognitionFilters) {
  const query = db
    .from('recognitions as g')
    .join('people as p', 'p.id', 'g.person_id')
    .where('g.organization_id', actor.organizationId ?? 0)
    .orderBy('g.id', 'desc')
    .select('g.*', 'p.id_number_masked')
  if (filters.name) query.where('g.person_name', 'like', startingWith(filters.name))
  if (filters.unit) query.where('g.unit_name', 'like', containing(filters.unit))
  if (filters.year) query.where('g.year', filters.year)
  if (filters.level) query.where('g.level', filters.level)
  if (filters.status) query.where('g.status', filters.status)
  if (filters.number) query.where('g.qualification_number', 'like', startingWith(filters.number))
  return query
}

export const recognitionRow = (row: Record<string, any>): RecognitionRow => ({
  id: row.id,
  year: row.year,
  name: row.person_name,
  idNumber: row.id_number_masked,
  unit: row.unit_name,
  qualification: row.qualification,
  qualificationNumber: row.qualification_number,
  title: row.title_name,
  level: LEVEL_LABELS[row.level] ?? '',
  specialty: row.specialty_name,
  recognizedOn: row.recognized_on,
  recordedBy: row.recorded_by,
  status: row.status,
  reason: row.reason,
  version: row.version,
})

export async function listRecognitions(
  actor: Actor,
  filters: RecognitionFilters,
  page: Page
): Promise<Paged<RecognitionRow>> {
  const found = await paged<Record<string, any>>(recognitionQuery(actor, filters) as never, page)
  return { meta: found.meta, data: found.data.map(recognitionRow) }
}

const text = (title: string, name: keyof RecognitionRow, width?: number) => ({
  title,
  width,
  value: (row: Record<string, any>) => recognitionRow(row)[name],
})

export const RECOGNITION_COLUMNS: XlsxColumn<Record<string, any>>[] = [
  { title: '序号', value: (_, index) => index + 1 },
  text('年度', 'year'),
  text('姓名', 'name'),
  text('身份证号', 'idNumber', 22),
  text('工作单位', 'unit', 36),
  text('注册职业资格', 'qualification', 26),
  text('资格证书编号', 'qualificationNumber', 26),
  text('认定职称', 'title', 20),
  text('级别', 'level'),
  text('专业', 'specialty', 22),
  text('认定时间', 'recognizedOn', 14),
  { title: '状态', value: (row) => (row.status === 'recorded' ? '有效' : '已撤回') },
]
