import db from '@adonisjs/lucid/services/db'
import { NATIONS } from '#catalogue/nations'
import { LEVEL_LABELS } from '#province/facts'
import type { FieldRule, Option, Ruleset, SectionRule } from '#province/ruleset'

type Source = NonNullable<FieldRule['source']>

/** Options of the selects that draw on the catalogue, for those sources a form uses. */
export async function sourceOptions(
  ruleset: Ruleset,
  sections: SectionRule[] = ruleset.application.sections
): Promise<Partial<Record<Source, Option[]>>> {
  const used = new Set(
    sections.flatMap(({ fields }) => fields.flatMap(({ source }) => source ?? []))
  )
  const options: Partial<Record<Source, Option[]>> = {}
  if (used.has('nations')) options.nations = NATIONS.map((name) => ({ value: name, label: name }))
  if (used.has('levels'))
    options.levels = Object.values(LEVEL_LABELS).map((label) => ({ value: label, label }))
  // what somebody holds already may be older than the catalogue, or nothing
  for (const [source, table, beside] of [
    ['series', 'series', []],
    ['specialties', 'specialties', []],
    ['titles', 'titles', []],
    ['present_series', 'series', ['其他']],
    ['present_titles', 'titles', ['其他', '无']],
  ] as const) {
    if (!used.has(source)) continue
    const rows = await db.from(table).where('status', 'active').orderBy('code').select('name')
    const names = [...rows.map(({ name }) => String(name)), ...beside]
    options[source] = [...new Set(names)].map((name) => ({
      value: name,
      label: name,
    }))
  }
  return options
}

export const asSets = (options: Partial<Record<Source, Option[]>>) =>
  Object.fromEntries(
    Object.entries(options).map(([source, list]) => [
      source,
      new Set(list.map(({ value }) => value)),
    ])
  )
