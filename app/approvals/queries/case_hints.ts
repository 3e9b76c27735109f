import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import { conditionFacts } from '#applications/facts'
import { formHints } from '#approvals/desk_values'
import Person from '#identity/models/person'
import type { Ruleset } from '#province/ruleset'

export interface CaseHint {
  kind: 'form' | 'repeated' | 'file'
  message: string
}

const MOST = 30
/** Cases named in one hint; of more it only says how many they are. */
const NAMED = 3

/** What a reviewer should look at. Hints only: nothing is decided by them (PIPL art. 24). */
export async function caseHints(
  application: Application,
  ruleset: Ruleset,
  today: string
): Promise<CaseHint[]> {
  const person = await Person.findOrFail(application.personId)
  const facts = await conditionFacts(application, ruleset)
  const [repeated, files] = await Promise.all([
    repeatedMarks(application),
    repeatedFiles(application),
  ])
  return [
    ...formHints(ruleset, facts, person.birthDate, today).map(({ message }) => ({
      kind: 'form' as const,
      message,
    })),
    ...repeated,
    ...files,
  ].slice(0, MOST)
}

/** The same title or number in another case, of this person in another year or of somebody else. */
async function repeatedMarks(application: Application): Promise<CaseHint[]> {
  const rows = await db
    .from('application_marks as m')
    .join('application_marks as o', (on) => on.on('o.kind', 'm.kind').andOn('o.digest', 'm.digest'))
    .join('applications as a', 'a.id', 'o.application_id')
    .where('m.application_id', application.id)
    .whereNot('o.application_id', application.id)
    .whereNotIn('a.stage', ['draft', 'discarded'])
    .groupBy('m.kind', 'm.digest')
    .select('m.kind', ...found('m.text'))
    .orderBy('found', 'desc')
    .limit(MOST)
  const said = await casesSaid(rows, application)
  return rows.map((row) => {
    const { whose, named } = said(row)
    const what = `${row.kind === 'title' ? '名称' : '编号'}“${row.text}”`
    return { kind: 'repeated' as const, message: `${what}也见于${whose}${named}` }
  })
}

/** The very same file in another case. */
async function repeatedFiles(application: Application): Promise<CaseHint[]> {
  const rows = await db
    .from('files as f')
    .join('files as o', 'o.sha256', 'f.sha256')
    .join('applications as a', 'a.id', 'o.application_id')
    .where('f.application_id', application.id)
    .whereNot('o.application_id', application.id)
    .whereNotIn('a.stage', ['draft', 'discarded'])
    .groupBy('f.sha256')
    .select(...found('f.name'))
    .orderBy('found', 'desc')
    .limit(MOST)
  const said = await casesSaid(rows, application)
  return rows.map((row) => {
    const { whose, named } = said(row)
    return {
      kind: 'file' as const,
      message: `文件“${row.text}”与${whose}中的文件完全相同${named}`,
    }
  })
}

/** How many cases have the same, and which of them are the newest. */
const found = (text: string) => [
  db.raw(`min(${text}) as text`),
  db.raw('count(distinct a.id) as found'),
  db.raw(
    `substring_index(group_concat(distinct a.id order by a.id desc), ',', ${NAMED}) as newest`
  ),
]

interface Found {
  found: number
  newest: string
}

const idsOf = ({ newest }: Found) => newest.split(',').map(Number)

/** One case by whose it is; several by their count, the newest by name. */
async function casesSaid(rows: Found[], application: Application) {
  const others = await db
    .from('applications')
    .whereIn('id', [...new Set(rows.flatMap(idsOf))])
    .select('id', 'code', 'person_id', 'person_name')
  const byId = new Map(others.map((row) => [Number(row.id), row]))
  return (row: Found) => {
    const cases = idsOf(row).map((id) => byId.get(id))
    const isOwn = (one: { person_id: number }) => one.person_id === application.personId
    if (cases.length === 1) {
      const [one] = cases
      const whose = isOwn(one) ? '本人的另一次申报' : `${one.person_name}的申报`
      return { whose: `${whose}（${one.code}）`, named: '' }
    }
    const names = cases.map((one) => `${isOwn(one) ? '本人' : one.person_name}（${one.code}）`)
    const more = Number(row.found) > names.length ? '等' : ''
    return { whose: ` ${row.found} 件申报`, named: `：${names.join('、')}${more}` }
  }
}
