import db from '@adonisjs/lucid/services/db'
import type { ReportColumn } from '#approvals/queries/general_form'
import type { Actor } from '#web/actor'

export interface ReportTemplate {
  id: number
  year: number
  name: string
  columns: ReportColumn[]
  isDefault: boolean
}

/** The reporting templates of a body, newest year first (HB-12). */
export async function templatesOf(actor: Actor): Promise<ReportTemplate[]> {
  const rows = await db
    .from('report_templates')
    .where('organization_id', actor.organizationId ?? 0)
    .orderBy('year', 'desc')
    .orderBy('id')
    .limit(100)
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    name: row.name,
    columns: typeof row.columns === 'string' ? JSON.parse(row.columns) : row.columns,
    isDefault: Boolean(row.is_default),
  }))
}

/** The template asked for, else the newest default one. */
export async function templateFor(actor: Actor, id: number): Promise<ReportTemplate | null> {
  const all = await templatesOf(actor)
  return all.find((one) => one.id === id) ?? all.find(({ isDefault }) => isDefault) ?? null
}
