import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import { conditionFacts } from '#applications/facts'
import { formHints } from '#approvals/desk_values'
import Person from '#identity/models/person'
import type { Ruleset } from '#province/ruleset'

export interface CaseHint {
  kind: 'form' | 'repeated' | 'file'
  message: string
  /** the other case, where there is one */
  other: string | null
}

const MOST = 30

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
      other: null,
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
    .select('m.kind', 'm.text', 'a.code', 'a.person_id', 'a.person_name')
    .orderBy('a.id', 'desc')
    .limit(MOST)
  return rows.map((row) => ({
    kind: 'repeated' as const,
    message: `${row.kind === 'title' ? '名称' : '编号'}“${row.text}”也见于${who(row, application)}`,
    other: row.code,
  }))
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
    .select('f.name', 'a.code', 'a.person_id', 'a.person_name')
    .orderBy('a.id', 'desc')
    .limit(MOST)
  return rows.map((row) => ({
    kind: 'file' as const,
    message: `文件“${row.name}”与${who(row, application)}中的文件完全相同`,
    other: row.code,
  }))
}

const who = (row: { person_id: number; person_name: string }, application: Application) =>
  row.person_id === application.personId ? '本人的另一次申报' : `${row.person_name}的申报`
