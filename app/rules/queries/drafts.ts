import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { currentRuleset, rulesetById } from '#batches/queries/rulesets'
import { provinceOf } from '#province/registry'
import type { DraftContent } from '#rules/faults'
import type { Surroundings } from '#rules/shape/choices'
import { requireTenant } from '#tenancy/context'
import { NotFound } from '#web/refusal'
import { rolesOfTenant } from '#web/roles'

export interface Draft extends DraftContent {
  id: number
  name: string
  origin: string
  status: 'open' | 'published' | 'discarded'
  version: number
  updatedBy: string
  updatedAt: string
}

export async function draftById(id: number): Promise<Draft> {
  const row = await db.from('ruleset_drafts').where('id', id).first()
  if (!row) throw new NotFound('没有这份规则草稿。')
  return {
    id: row.id,
    name: row.name,
    origin: row.origin,
    status: row.status,
    version: row.version,
    updatedBy: row.updated_by,
    updatedAt: minute(row.updated_at),
    ...contentOf(row),
  }
}

/** Documents, words and templates as a row keeps them. */
export const contentOf = (row: Record<string, unknown>): DraftContent => ({
  document: parsed(row.document),
  words: parsed(row.words),
  templates: parsed(row.templates),
})

/** The content of published rules, of the newest where no number is given. */
export async function publishedContent(number?: number): Promise<DraftContent & { id: number }> {
  const found = number
    ? await db.from('rulesets').where('number', number).select('id').first()
    : await currentRuleset()
  if (!found) throw new NotFound('没有这个版本的规则。')
  const { id, ruleset, words, templates } = await rulesetById(found.id)
  return { id, document: ruleset, words, templates }
}

/** What the province's plugin brings along. */
export function pluginContent(): DraftContent {
  const { ruleset, words, templates } = provinceOf(requireTenant().province)
  return { document: ruleset, words, templates }
}

/** What the choices of the editor are filled from. */
export async function surroundingsOf(content: DraftContent): Promise<Surroundings> {
  const { strategies } = provinceOf(requireTenant().province)
  const roles = await rolesOfTenant()
  return {
    ruleset: content.document,
    roles: Object.fromEntries(roles.map(({ id, label }) => [id, label])),
    templates: Object.fromEntries(
      Object.entries(content.templates).map(([name, { label }]) => [name, label])
    ),
    aggregates: Object.keys(strategies.aggregate ?? {}),
  }
}

export const minute = (at: Date) =>
  DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
