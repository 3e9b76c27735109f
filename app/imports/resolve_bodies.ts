import db from '@adonisjs/lucid/services/db'

export type FoundBody = { id: number; name: string; printedName: string } | { fault: string }

/** Bodies in use by code or by name, many at once; of equal names only the code tells which is meant. */
export async function resolveBodies(texts: string[]): Promise<(text: string) => FoundBody> {
  const wanted = [...new Set(texts.filter(Boolean))]
  const rows =
    wanted.length > 0
      ? await db
          .from('organizations')
          .where('status', 'active')
          .where((either) => either.whereIn('name', wanted).orWhereIn('code', wanted))
          .select('id', 'name', 'code', 'printed_name')
      : []
  const byCode = new Map(rows.map((row) => [row.code as string, row]))
  const byName = Map.groupBy(rows, (row) => row.name as string)
  return (text) => {
    const row = byCode.get(text)
    const named = byName.get(text) ?? []
    if (!row && named.length > 1) return { fault: `有 ${named.length} 个“${text}”，请改填机构代码` }
    const found = row ?? named[0]
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
