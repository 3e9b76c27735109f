import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import { LEVEL_LABELS } from '#province/facts'

/** What a list shows of an application (HB-10, HB-19). */
export interface CaseRow {
  id: number
  version: number
  code: string
  name: string
  idNumber: string
  unit: string
  category: string | null
  series: string | null
  specialty: string | null
  title: string | null
  level: string | null
  mode: string | null
  evaluationMethod: string | null
  committee: string | null
  stage: string
  /** where it lies now */
  holder: string | null
}

const CASES = `
  select a.id, a.version, a.code, a.person_name, p.id_number_masked, o.name as unit, a.ruleset_id, a.category,
    a.series_name, a.specialty_name, a.title_name, a.level, a.mode, a.evaluation_method, a.stage,
    h.name as holder, c.name as committee
  from applications a
    join people p on p.id = a.person_id
    join organizations o on o.id = a.organization_id
    left join organizations h on h.id = a.holder_organization_id
    left join committees c on c.id = a.committee_id
  where a.id in (?)`

/** The rows of one page by id, with the labels of the rules each case goes by. */
export async function caseRows(ids: number[]): Promise<Map<number, CaseRow>> {
  if (ids.length === 0) return new Map()
  // at every page of every list, so written out: the builder takes longer than the database
  const [rows]: [Record<string, any>[]] = await db.rawQuery(CASES, [ids] as never)
  const labels = new Map<number, Labels>()
  for (const { ruleset_id: id } of rows) if (!labels.has(id)) labels.set(id, await labelsOf(id))
  return new Map(
    rows.map((row) => {
      const of = labels.get(row.ruleset_id)!
      return [
        row.id,
        {
          id: row.id,
          version: row.version,
          code: row.code,
          name: row.person_name,
          idNumber: row.id_number_masked,
          unit: row.unit,
          category: of.categories.get(row.category) ?? null,
          series: row.series_name,
          specialty: row.specialty_name,
          title: row.title_name,
          level: LEVEL_LABELS[row.level] ?? null,
          mode: of.modes.get(row.mode) ?? null,
          evaluationMethod: of.evaluationMethods.get(row.evaluation_method) ?? null,
          committee: row.committee,
          stage: row.stage,
          holder: row.holder,
        },
      ]
    })
  )
}

type Labels = Record<'categories' | 'modes' | 'evaluationMethods', Map<string, string>>

async function labelsOf(rulesetId: number): Promise<Labels> {
  const { application } = (await rulesetById(rulesetId)).ruleset
  const of = (options: { value: string; label: string }[]) =>
    new Map(options.map(({ value, label }) => [value, label]))
  return {
    categories: of(application.categories),
    modes: of(application.modes),
    evaluationMethods: of(application.evaluationMethods),
  }
}
