import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { importDefinition, type ImportDefinition } from '#imports/define_import'
import { rowsAfter } from '#imports/stored_rows'
import { enqueue } from '#jobs/enqueue'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Orders the good rows to be taken in; the bad ones never are. Asked twice, it is done once. Answers the job. */
export async function orderCommit(ctx: ActorContext, importId: number): Promise<number> {
  return db.transaction(async (trx) => {
    const row = await trx.from('imports').where('id', importId).forUpdate().firstOrFail()
    if (!['checked', 'committing'].includes(row.status))
      throw new Refusal('status', '这次导入已经提交，或还没有校验完。')
    if (row.good === 0) throw new Refusal('empty', '没有校验通过的行，请修正后重新导入。')
    await trx.from('imports').where('id', importId).update({ status: 'committing' })
    return enqueue(
      ctx,
      {
        kind: 'imports.commit',
        key: `imports.commit:${importId}`,
        label: `导入${importDefinition(row.kind)!.label}（${row.good} 行）`,
        payload: { importId },
        total: row.good,
      },
      trx
    )
  })
}

/** Takes the good rows in, one by one; a row that is there already counts as taken in, so a second run changes nothing. */
export async function commitImport(
  ctx: ActorContext,
  importId: number,
  tell: (done: number, failed: number) => Promise<void> = async () => {}
): Promise<{ committed: number; refused: number }> {
  const row = await db.from('imports').where('id', importId).firstOrFail()
  const definition = importDefinition(row.kind)!
  for (;;) {
    const rows = await rowsAfter(importId, 0, 200, 'good')
    if (rows.length === 0) break
    const taken: number[] = []
    for (const { number, values } of rows) {
      const reason = await takeIn(ctx, definition, values)
      if (reason === null) taken.push(number)
      else
        await db
          .from('import_rows')
          .where({ import_id: importId, number })
          .update({ status: 'refused', reason: reason.slice(0, 500) })
    }
    // a run that is killed before this finds its rows there already
    await db
      .from('import_rows')
      .where('import_id', importId)
      .whereIn('number', taken)
      .update({ status: 'committed', reason: null })
    const so = await outcome(importId)
    await tell(so.committed, so.refused)
  }
  const { committed, refused } = await outcome(importId)
  await definition.finish?.(ctx)
  // what was taken in is kept where it belongs, not here too
  await db
    .from('import_rows')
    .where({ import_id: importId, status: 'committed' })
    .update({ sealed: null })
  await db
    .from('imports')
    .where('id', importId)
    .update({ status: 'committed', committed, finished_at: stamp(ctx) })
  await audit(ctx, {
    action: `import.${row.kind}`,
    objectType: 'import',
    objectId: importId,
    detail: { committed, refused },
  })
  return { committed, refused }
}

/** Takes one row in; answers why not. */
async function takeIn(
  ctx: ActorContext,
  definition: ImportDefinition,
  values: unknown
): Promise<string | null> {
  try {
    if (!(await definition.exists(values))) await definition.commit(ctx, values)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [...error.errors.map(({ message }) => message), error.message][0] ?? '未能导入'
  }
}

async function outcome(importId: number) {
  const rows = await db
    .from('import_rows')
    .where('import_id', importId)
    .groupBy('status')
    .select('status')
    .count('* as count')
  const of = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0)
  return { committed: of('committed'), refused: of('refused') }
}
