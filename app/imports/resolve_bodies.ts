import db from '@adonisjs/lucid/services/db'

export type FoundBody = { id: number; name: string; printedName: string } | { fault: string }

/** Bodies in use by code or by name, many at once; of equal names only the code tells which is meant. */
export async function resolveBodies(texts: string[]): Promise<(text: string) => FoundBody> {
  const wanted = [...new Set(texts.filter(Boolean))]
  const by = (column: 'name' | 'code') =>
    db
      .from('organizations')
      .where('status', 'active')
      .whereIn(column, wanted)
      .select('id', 'name', 'code', 'printed_name')
  // asked one by one, since of an `or` the database would look at all bodies
  const [named, coded] = wanted.length > 0 ? await Promise.all([by('name'), by('code')]) : [[], []]
  const byCode = new Map(coded.map((row) => [row.code as string, row]))
  const byName = Map.groupBy(named, (row) => row.name as string)
  return (text) => {
    const row = byCode.get(text)
    const same = byName.get(text) ?? []
    if (!row && same.length > 1) return { fault: `有 ${same.length} 个“${text}”，请改填机构代码` }
    const found = row ?? same[0]
    return found
      ? { id: found.id, name: found.name, printedName: found.printed_name }
      : { fault: `没有机构“${text}”` }
  }
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
