import db from '@adonisjs/lucid/services/db'

export type FoundBody = { id: number; name: string; printedName: string } | { fault: string }

const CODE_LENGTH = 40

/** Bodies in use by code or by name, many at once; of equal names only the code tells which is meant. */
export async function resolveBodies(texts: string[]): Promise<(text: string) => FoundBody> {
  const wanted = [...new Set(texts.filter(Boolean))]
  // asked one after the other, since of an `or` the database would look at all bodies
  const coded = await found(
    'code',
    wanted.filter(({ length }) => length <= CODE_LENGTH)
  )
  const byCode = new Map(coded.map((row) => [row.code, row]))
  const named = await found(
    'name',
    wanted.filter((text) => !byCode.has(text))
  )
  const byName = Map.groupBy(named, (row) => row.name)
  return (text) => {
    const row = byCode.get(text)
    const same = byName.get(text) ?? []
    if (!row && same.length > 1) return { fault: `有 ${same.length} 个“${text}”，请改填机构代码` }
    const body = row ?? same[0]
    return body
      ? { id: body.id, name: body.name, printedName: body.printed_name }
      : { fault: `没有机构“${text}”` }
  }
}

interface Row {
  id: number
  name: string
  code: string
  printed_name: string
}

async function found(column: 'name' | 'code', values: string[]): Promise<Row[]> {
  if (values.length === 0) return []
  // written out: for 100,000 rows the builder takes longer than the database
  const [rows] = await db.rawQuery(
    `select id, name, code, printed_name from organizations where status = 'active' and ${column} in (?)`,
    [values] as never
  )
  return rows
}

/** Names for a drop-down; of very many only the first stand in it, others may be typed. */
export const bodyNames = async () =>
  (
    await db
      .from('organizations')
      .where('status', 'active')
      .orderBy('id')
      .limit(5000)
      .select('name')
  ).map(({ name }) => name as string)
