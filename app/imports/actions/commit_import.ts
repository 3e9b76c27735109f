import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit, { keepForLog, logWaiting } from '#audit/audit'
import { importDefinition, type ImportDefinition } from '#imports/define_import'
import { closeBlock, nextBlock, storeBad, type BadRow, type Block } from '#imports/stored_rows'
import { enqueue } from '#jobs/enqueue'
import { transaction } from '#tenancy/transaction'
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

/** told after so many rows where they are taken in one by one */
const TOLD_EACH = 50

/**
 * Takes the good rows in, block by block. A row that is there already counts as taken in, so a run that begins anew
 * changes nothing.
 */
export async function commitImport(
  ctx: ActorContext,
  importId: number,
  tell: (done: number, failed: number) => Promise<void> = async () => {}
): Promise<{ committed: number; refused: number }> {
  const row = await db.from('imports').where('id', importId).firstOrFail()
  const definition = importDefinition(row.kind)!
  const counts = await outcome(importId)
  let logging: Promise<void> | null = null
  let coming = nextBlock(importId, 0)
  for (let block = await coming; block; block = await coming) {
    // read and opened while this one is taken in; should it fail, awaiting it says so
    coming = nextBlock(importId, block.number)
    coming.catch(() => {})
    const reasons =
      'commitMany' in definition
        ? await together(ctx, definition, importId, block)
        : await oneByOne(ctx, definition, importId, block, (done) =>
            tell(counts.committed + done, counts.refused)
          )
    // the log follows beside; what it leaves waiting comes with the last call
    logging ??= logWaiting()
      .catch(() => {})
      .finally(() => (logging = null))
    const refused = reasons.filter((reason) => reason !== null).length
    counts.refused += refused
    counts.committed += block.rows.length - refused
    await tell(counts.committed, counts.refused)
  }
  await logging
  await logWaiting()
  const { committed, refused } = await outcome(importId)
  await definition.finish?.(ctx)
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

type Reasons = (string | null)[]
type Alone = Extract<ImportDefinition, { commit: unknown }>

/** All rows of the block and that it is done in one transaction: a run that is killed has done all or nothing of it. */
async function together(
  ctx: ActorContext,
  definition: Extract<ImportDefinition, { commitMany: unknown }>,
  importId: number,
  block: Block
): Promise<Reasons> {
  const values = block.rows.map((row) => row.values)
  try {
    return await transaction(async (trx) => {
      const { reasons, entries } = await definition.commitMany(ctx, values, trx)
      await keepForLog(ctx, entries, trx)
      await close(importId, block, reasons, trx)
      return reasons
    })
  } catch (error) {
    const reasons = values.map(() => reasonOf(error))
    await transaction((trx) => close(importId, block, reasons, trx))
    return reasons
  }
}

/** A run that is killed before the block is closed finds its rows there already. */
async function oneByOne(
  ctx: ActorContext,
  definition: Alone,
  importId: number,
  block: Block,
  tell: (done: number) => Promise<void>
): Promise<Reasons> {
  const reasons: Reasons = []
  for (const { values } of block.rows) {
    reasons.push(await takeIn(ctx, definition, values))
    if (reasons.length % TOLD_EACH === 0) await tell(reasons.length)
  }
  await transaction((trx) => close(importId, block, reasons, trx))
  return reasons
}

async function close(
  importId: number,
  { number, rows }: Block,
  reasons: Reasons,
  trx: TransactionClientContract
) {
  const refused = rows.flatMap(({ number: at, cells }, index): BadRow[] =>
    reasons[index] === null
      ? []
      : [{ number: at, status: 'refused', cells, reason: reasons[index]! }]
  )
  await storeBad(importId, refused, trx)
  await closeBlock(importId, number, rows.length - refused.length, trx)
}

/** Takes one row in; answers why not. */
async function takeIn(
  ctx: ActorContext,
  definition: Alone,
  values: unknown
): Promise<string | null> {
  try {
    if (!(await definition.exists(values))) await definition.commit(ctx, values)
    return null
  } catch (error) {
    return reasonOf(error)
  }
}

/** Why a row is not taken in; what is no refusal is thrown. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Refusal)) throw error
  return error.errors[0]?.message ?? error.message
}

async function outcome(importId: number) {
  const [{ taken }] = await db
    .from('import_blocks')
    .where('import_id', importId)
    .sum('taken as taken')
  const [{ refused }] = await db
    .from('import_rows')
    .where({ import_id: importId, status: 'refused' })
    .count('* as refused')
  return { committed: Number(taken ?? 0), refused: Number(refused) }
}
