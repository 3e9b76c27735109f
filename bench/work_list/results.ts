import { SEALED } from '#certificates/models/certificate'
import { sealValue } from '#tenancy/crypto'
import db from '@adonisjs/lucid/services/db'

const CHUNK = 50_000
/** that a search asks for */
export const NAME = '王伟芳'

/**
 * Takes the qualified applications of a bench tenant on: a third has a number and waits for a certificate, the others
 * have one, all made by the body of the login. Rows and an entry of the log for each come from the database itself.
 */
export async function fillResults(login: string) {
  const { organization_id: office } = await db.from('accounts').where('login', login).firstOrFail()
  const { id: ruleset } = await db.from('rulesets').orderBy('id', 'desc').firstOrFail()
  const { first, last } = await db
    .from('applications')
    .where('stage', 'qualified')
    .min('id as first')
    .max('id as last')
    .firstOrFail()
  const file = await db.table('files').insert(await anyFile())
  for (let from = Number(first); from <= Number(last); from += CHUNK) {
    const within = `a.id between ${from} and ${from + CHUNK - 1}`
    await db.transaction(async (trx) => {
      await trx.rawQuery('set foreign_key_checks = 0, unique_checks = 0')
      await trx.rawQuery(
        `insert into result_roles (organization_id, role, application_id, meeting_id)
         select ${office}, r.role, a.id, null from applications a
         join (select 'publisher' as role union select 'keeper' union select 'issuer' union select 'generator' union select 'watcher') r
         where ${within} and a.stage = 'qualified'`
      )
      await trx.rawQuery(
        `insert into certificates (kind, application_id, number, verification_code, ruleset_id, template, template_checksum,
           data_sealed, public_data, file_id, digest, status, issued_on, created_at, issued_at, organization_id, unit_name)
         select 'certificate', a.id, concat('N', lpad(a.id, 12, '0')), sha1(a.id), ${ruleset}, 'certificate', repeat('0', 64),
           repeat('x', 400), '{"name":"某人","issuer":"某机构"}', ${file[0]}, sha2(a.id, 256), 'issued', curdate(), now(3), now(3), ${office}, o.name
         from applications a join organizations o on o.id = a.organization_id where ${within} and a.stage = 'qualified' and a.id mod 3 > 0`
      )
      await trx.rawQuery(
        `insert into certificate_readers (organization_id, certificate_id)
         select ${office}, c.id from certificates c join applications a on a.id = c.application_id where ${within}
         union select a.organization_id, c.id from certificates c join applications a on a.id = c.application_id where ${within}`
      )
      await trx.rawQuery(
        `update applications a left join certificates c on c.application_id = a.id
            set a.certificate_number = concat('N', lpad(a.id, 12, '0')), a.certificate_id = c.id, a.outcome = 'passed',
                a.stage = if(a.id mod 3 > 0, 'certified', 'numbered'),
                a.number_order = concat('7973|', a.organization_id, '|', lpad(a.id, 12, '0'))
          where ${within} and a.stage = 'qualified'`
      )
      await trx.rawQuery(
        `insert into audit_entries (at, account_id, actor_name, action, object_type, object_id, outcome, detail, previous_hash, hash)
         select now(3), a.account_id, a.person_name, elt(a.id mod 50 + 1, 'form.saved'), 'application', a.id, 'done', '{}', repeat('0', 64), sha2(a.id, 256)
         from applications a where ${within} and a.id mod 50 = 0
         union all
         select now(3), a.account_id, a.person_name, concat('act.', a.id mod 40), 'application', a.id, 'done', '{}', repeat('0', 64), sha2(concat('x', a.id), 256)
         from applications a where ${within}`
      )
      await trx.rawQuery('set foreign_key_checks = 1, unique_checks = 1')
    })
  }
  await sealSome()
  for (const table of [
    'applications',
    'certificates',
    'certificate_readers',
    'result_roles',
    'audit_entries',
  ])
    await db.rawQuery(`analyze table ${table}`)
}

/** What is printed is opened for the rows of a page: the newest, those of one name and those of one unit. */
async function sealSome() {
  const text = JSON.stringify({ data: { name: '某人', unit: '某单位' }, photoFileId: null })
  const of = (ids: ReturnType<typeof db.from>) =>
    db.from('certificates').whereIn('application_id', ids).select('id', 'verification_code')
  const unit = await someUnit()
  const certificates = [
    ...(await db.from('certificates').orderBy('id', 'desc').limit(500)),
    ...(await of(db.from('applications').where('person_name', NAME).select('id'))),
    ...(await of(db.from('applications').where('organization_id', unit.id).select('id'))),
  ]
  for (const { id, verification_code: code } of certificates)
    await db
      .from('certificates')
      .where('id', id)
      .update({ data_sealed: sealValue(SEALED, code, text) })
}

/** A unit among the others. */
export const someUnit = () =>
  db
    .from('organizations')
    .where('code', 'like', 'B%')
    .orderBy('id')
    .offset(5)
    .select('id')
    .firstOrFail()

/** One file row that all certificates of the bench share. */
async function anyFile() {
  const [columns] = await db.rawQuery(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = database() and table_name = 'files' and is_nullable = 'NO' and column_default is null and extra = ''`
  )
  return Object.fromEntries(
    columns.map(({ name, type }: { name: string; type: string }) => [
      name,
      /int/.test(type) ? 1 : /time|date/.test(type) ? '2026-11-01 00:00:00' : 'x',
    ])
  )
}
