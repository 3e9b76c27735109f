import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { LEVEL_LABELS } from '#province/facts'

export interface TreeNode {
  id: number
  series: string
  parentId: number | null
  code: string
  name: string
  level: string | null
  nationalTitle: string | null
  /** why it cannot be removed, or null */
  used: string | null
}

/** Top categories: they come with the rules, none may be added (HU-29, HU-31). */
export async function topCategories() {
  const { ruleset } = await currentRuleset()
  const labels = new Map(ruleset.application.categories.map(({ value, label }) => [value, label]))
  const series = await db
    .from('series')
    .where('status', 'active')
    .orderBy('position')
    .orderBy('code')
    .select('code', 'name', 'category')
  return series.map(({ code, name, category }) => ({
    code,
    name,
    category: labels.get(category) ?? null,
  }))
}

/** Specialties below their series, with what uses them (HU-30). */
export async function specialtyTree(): Promise<TreeNode[]> {
  const [rows, applications, committees] = await Promise.all([
    db.from('specialties').where('status', 'active').orderBy('series_code').orderBy('code'),
    countsBy('applications', ['series_code', 'specialty_code']),
    db
      .from('committee_specialties as s')
      .join('committees as c', 'c.id', 's.committee_id')
      .groupBy('c.series_code', 's.specialty_code')
      .select('c.series_code as a', 's.specialty_code as b')
      .count('* as n')
      .then(asCounts),
  ])
  const parents = new Set(rows.map(({ parent_id: parent }) => parent))
  return rows.map((row) => ({
    ...nodeOf(row),
    parentId: row.parent_id,
    used: used([
      parents.has(row.id) ? '有下级专业' : null,
      words(committees.get(keyOf(row.series_code, row.code)), '个评委会可评审'),
      words(applications.get(keyOf(row.series_code, row.code)), '份申报'),
    ]),
  }))
}

/** Titles below their series, with what uses them. */
export async function titleTree(): Promise<TreeNode[]> {
  const [rows, applications] = await Promise.all([
    db.from('titles').where('status', 'active').orderBy('series_code').orderBy('code'),
    countsBy('applications', ['series_code', 'title_code']),
  ])
  return rows.map((row) => ({
    ...nodeOf(row),
    level: row.level,
    nationalTitle: row.national_title,
    used: used([words(applications.get(keyOf(row.series_code, row.code)), '份申报')]),
  }))
}

export const levelOptions = () =>
  Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label }))

const nodeOf = (row: { id: number; series_code: string; code: string; name: string }) => ({
  id: row.id,
  series: row.series_code,
  parentId: null,
  code: row.code,
  name: row.name,
  level: null,
  nationalTitle: null,
})

const keyOf = (series: string, code: string) => `${series}\0${code}`
const words = (count: number | undefined, what: string) => (count ? `${count} ${what}` : null)
const used = (reasons: (string | null)[]) => reasons.filter(Boolean).join('、') || null
const asCounts = (rows: { a: string; b: string; n: number }[]) =>
  new Map(rows.map(({ a, b, n }) => [keyOf(a, b), Number(n)]))

const countsBy = (table: string, [a, b]: [string, string]) =>
  db.from(table).whereNotNull(b).groupBy(a, b).select({ a, b }).count('* as n').then(asCounts)
