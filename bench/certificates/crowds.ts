import db from '@adonisjs/lucid/services/db'

/** The same people, numbered anew in one more batch for each crowd: as in one year after the other. */
export async function nextCrowd(first: number[]): Promise<number[]> {
  const [{ batch }] = await db
    .from('applications')
    .where('id', first[0])
    .select('batch_id as batch')
  const [{ insertId: next }] = await copy('batches', `id = ${batch}`, { id: 'null' })
  await copy('applications', `id in (${first.join()})`, {
    id: 'null',
    batch_id: String(next),
    code: `concat('B', ${next}, '-', id)`,
    stage: "'numbered'",
    event_count: '0',
    certificate_id: 'null',
    certificate_number: `concat('B', ${next}, '-', id)`,
  })
  const rows = await db
    .from('applications')
    .where('batch_id', next)
    .orderBy('id')
    .select('id', 'person_id as person')
  await db.rawQuery(
    `insert into result_roles (organization_id, role, application_id, meeting_id, rule)
     select r.organization_id, r.role, n.id, r.meeting_id, r.rule
     from applications n
     join applications o on o.person_id = n.person_id and o.id in (${first.join()})
     join result_roles r on r.application_id = o.id
     where n.batch_id = ?`,
    [next]
  )
  return rows.map(({ id }) => Number(id))
}

/** Rows of a table once more, with some columns another. */
async function copy(table: string, where: string, others: Record<string, string>) {
  const [columns] = await db.rawQuery(
    "select column_name as name from information_schema.columns where table_schema = database() and table_name = ? and is_generated = 'NEVER'",
    [table]
  )
  const names: string[] = columns.map(({ name }: { name: string }) => name)
  return db.rawQuery(
    `insert into ${table} (${names.map((name) => `\`${name}\``).join()})
     select ${names.map((name) => others[name] ?? `\`${name}\``).join()} from ${table} where ${where}`
  )
}
