import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { pinyin } from 'pinyin-pro'
import { openSection, sealSection } from '#applications/sensitive'
import { rulesetById } from '#batches/queries/rulesets'
import { inventedPerson } from '#platform/demo/invented_person'
import { provinceOf } from '#province/registry'
import type { SectionRule } from '#province/ruleset'
import { blindIndex, sealValue } from '#tenancy/crypto'
import { requireTenant } from '#tenancy/context'
import { maskIdNumber, maskPhone } from '#tenancy/masking'

const AT_ONCE = 500
/** Stages that stand on the application alone; what meetings and certificates need is played, not copied. */
const STAGES = ['draft', 'in_approval', 'on_hold', 'returned', 'qualified', 'withdrawn']

type Row = Record<string, any>
/** An application of the played demo with everything that hangs on it. */
interface Pattern {
  application: Row
  rules: SectionRule[]
  sections: Row[]
  events: Row[]
  work: Row[]
}

/**
 * Many applications for load work: each is a copy of one the demo played with the real actions, for an invented
 * person with an account of his own. The same numbers give the same people. Answers how many were made.
 */
export default async function seedApplications(wanted: number, say: (made: number) => void) {
  const patterns = await patternsOf()
  if (patterns.length === 0) throw new Error('the demo has no application to copy')
  const [{ known }] = await db.from('accounts').where('login', 'like', 'load-%').count('* as known')
  for (let made = 0; made < wanted; made += AT_ONCE) {
    const count = Math.min(AT_ONCE, wanted - made)
    await db.transaction((trx) => copy(trx, patterns, Number(known) + made, count))
    say(made + count)
  }
  return wanted
}

async function patternsOf(): Promise<Pattern[]> {
  const applications = await db
    .from('applications')
    .join('accounts', 'accounts.id', 'applications.account_id')
    .whereIn('stage', STAGES)
    .where('login', 'not like', 'load-%')
    .orderBy('applications.id')
    .select('applications.*')
  const of = (table: string, id: number) => db.from(table).where('application_id', id)
  const workColumns = await writtenColumns('work_items')
  return Promise.all(
    applications.map(async (application) => ({
      application,
      rules: (await rulesetById(application.ruleset_id)).ruleset.application.sections,
      sections: await opened(application.id),
      events: await of('application_events', application.id).orderBy('sequence'),
      work: await of('work_items', application.id).orderBy('id').select(workColumns),
    }))
  )
}

/** Columns of a table that are written; the database works out the generated ones itself. */
async function writtenColumns(table: string): Promise<string[]> {
  const [rows] = await db.rawQuery(
    "select column_name as name from information_schema.columns where table_schema = database() and table_name = ? and extra not like '%GENERATED%'",
    [table]
  )
  return rows.map(({ name }: { name: string }) => name)
}

/** Sections with what is sealed in them opened: it is bound to the application it was typed for. */
async function opened(id: number): Promise<Row[]> {
  const rows = await db.from('application_sections').where('application_id', id)
  return rows.map((row) => ({
    ...row,
    content: openSection(
      id,
      row.section,
      typeof row.content === 'string' ? JSON.parse(row.content) : row.content
    ),
  }))
}

async function copy(
  trx: TransactionClientContract,
  patterns: Pattern[],
  from: number,
  count: number
) {
  const { divisionCode } = provinceOf(requireTenant().province)
  const people = Array.from({ length: count }, (_, index) => ({
    ...inventedPerson(from + index, divisionCode),
    login: `load-${String(from + index).padStart(7, '0')}`,
    pattern: patterns[(from + index) % patterns.length],
  }))
  const now = new Date()
  const personIds = await insert(
    trx,
    'people',
    people.map(({ name, idNumber, phone, sex, birthDate }) => {
      const index = blindIndex('people.id_number', idNumber)
      const row = index.toString('hex')
      return {
        name,
        pinyin: pinyin(name, { toneType: 'none', mode: 'surname' }),
        id_number_sealed: sealValue('people.id_number', row, idNumber),
        id_number_index: index,
        id_number_masked: maskIdNumber(idNumber),
        sex,
        birth_date: birthDate,
        phone_sealed: sealValue('people.phone', row, phone),
        phone_masked: maskPhone(phone),
        created_at: now,
      }
    })
  )
  const accountIds = await insert(
    trx,
    'accounts',
    people.map(({ name, login, pattern }, index) => ({
      login,
      kind: 'applicant',
      name,
      person_id: personIds[index],
      organization_id: pattern.application.organization_id,
      year: new Date(pattern.application.created_at).getFullYear(),
      // nobody signs in with it
      status: 'active',
      must_change_password: false,
      created_at: now,
    }))
  )
  await trx
    .table('account_roles')
    .multiInsert(accountIds.map((account_id) => ({ account_id, role: 'applicant' })))
  const ids = await insert(
    trx,
    'applications',
    people.map(({ name, login, pattern: { application } }, index) => ({
      ...jsonText(without(application, 'id')),
      code: `${application.code.slice(0, 7)}L${login.slice(5)}`,
      person_id: personIds[index],
      account_id: accountIds[index],
      person_name: name,
    }))
  )
  const hanging = (
    part: 'sections' | 'events' | 'work',
    change: (row: Row, index: number) => Row
  ) =>
    people.flatMap(({ pattern }, index) =>
      pattern[part].map((row) =>
        jsonText({ ...change(without(row, 'id'), index), application_id: ids[index] })
      )
    )
  // the copied forms name the person they were filled in for
  const renamed = (row: Row, index: number) => {
    const { name, pattern } = people[index]
    return JSON.parse(JSON.stringify(row).replaceAll(pattern.application.person_name, name)) as Row
  }
  const own = (row: Row, index: number) => ({
    ...row,
    account_id:
      row.account_id === people[index].pattern.application.account_id
        ? accountIds[index]
        : row.account_id,
  })
  const sections = hanging('sections', (row, index) => ({
    ...row,
    content: sealSection(
      ids[index],
      people[index].pattern.rules.find(({ id }) => id === row.section)!,
      renamed({ content: row.content }, index).content
    ),
  }))
  if (sections.length > 0) await trx.table('application_sections').multiInsert(sections)
  const events = hanging('events', (row, index) => ({
    ...own(row, index),
    actor_name:
      row.account_id === people[index].pattern.application.account_id
        ? people[index].name
        : row.actor_name,
  }))
  if (events.length > 0) await trx.table('application_events').multiInsert(events)
  const work = hanging('work', own)
  if (work.length > 0) await trx.table('work_items').multiInsert(work)
}

const without = (row: Row, name: string): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => key !== name))

/** JSON columns are read as values and written as text. */
const jsonText = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value !== null &&
      typeof value === 'object' &&
      !(value instanceof Date) &&
      !Buffer.isBuffer(value)
        ? JSON.stringify(value)
        : value,
    ])
  )

/** Rows of one insert get ids one after the other (InnoDB, inserts whose row count is known). */
async function insert(trx: TransactionClientContract, table: string, rows: Row[]) {
  const [first] = await trx.table(table).multiInsert(rows)
  return rows.map((_, index) => Number(first) + index)
}
