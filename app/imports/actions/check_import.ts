import { rm } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import { cellsOf, listFaults, placesOf } from '#imports/cells'
import { importDefinition, type Cells, type ImportDefinition } from '#imports/define_import'
import { readRows, type SheetRow } from '#imports/read_rows'
import { storeRows, type StoredRow } from '#imports/stored_rows'
import { storagePath } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** progress is told after so many pieces */
const TOLD_EACH = 4

/** Reads the file row by row and judges each; the whole is never in memory. Safe to run again from the start. */
export default async function checkImport(
  ctx: ActorContext,
  importId: number,
  tell: (done: number, failed: number) => Promise<void> = async () => {}
): Promise<{ good: number; bad: number }> {
  const row = await db.from('imports').where('id', importId).firstOrFail()
  if (row.status !== 'checking') return { good: row.good, bad: row.bad }
  const definition = importDefinition(row.kind)!
  const chosen: Cells = typeof row.options === 'string' ? JSON.parse(row.options) : row.options
  const path = storagePath(row.file_key)
  await db.from('import_rows').where('import_id', importId).delete()
  let counts
  try {
    counts = await judge(ctx, importId, definition, chosen, path, tell)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await db
      .from('imports')
      .where('id', importId)
      .update({ status: 'failed', fault: error.message, finished_at: stamp(ctx), file_key: null })
    await rm(path, { force: true })
    throw error
  }
  await db
    .from('imports')
    .where('id', importId)
    .update({ status: 'checked', ...counts, total: counts.good + counts.bad, file_key: null })
  await rm(path, { force: true })
  return counts
}

async function judge(
  ctx: ActorContext,
  importId: number,
  definition: ImportDefinition,
  chosen: Cells,
  path: string,
  tell: (done: number, failed: number) => Promise<void>
) {
  const notInList = await listFaults(definition)
  const seen = new Map<string, number>()
  const counts = { good: 0, bad: 0 }
  let places: number[] | null = null
  let stored = Promise.resolve()
  let pieces = 0
  for await (const batch of readRows(path)) {
    let rows: SheetRow[] = batch
    if (!places) {
      places = placesOf(definition.columns, rows[0].cells)
      rows = rows.slice(1)
    }
    const read = rows.map(({ number, cells }) => {
      const text = cellsOf(definition.columns, places!, cells)
      return { number, cells: text.cells, faults: [...text.faults, ...notInList(text.cells)] }
    })
    const sound = read.filter(({ faults }) => faults.length === 0)
    const answers = await definition.check(
      ctx,
      sound.map(({ cells }) => cells),
      chosen
    )
    const answerOf = new Map(sound.map(({ number }, index) => [number, answers[index]]))
    const judged = read.map(({ number, cells, faults }): StoredRow => {
      const answer = answerOf.get(number)
      const bad = (reason: string): StoredRow => ({
        number,
        status: 'bad',
        cells,
        values: null,
        reason,
      })
      if (!answer) return bad(faults.join('；'))
      if ('fault' in answer) return bad(answer.fault)
      const same = definition.identity(answer.values)
      const twin = seen.get(same)
      if (twin) return bad(`与第 ${twin} 行重复`)
      seen.set(same, number)
      return { number, status: 'good', cells, values: answer.values, reason: null }
    })
    // while these are stored the next are read and judged
    await stored
    stored = storeRows(importId, judged)
    stored.catch(() => {})
    for (const { status } of judged) counts[status === 'good' ? 'good' : 'bad']++
    if (++pieces % TOLD_EACH === 0) await tell(counts.good, counts.bad)
  }
  await stored
  await tell(counts.good, counts.bad)
  if (!places) throw new Refusal('empty', '文件中没有内容，请使用下载的模板填写。')
  return counts
}
