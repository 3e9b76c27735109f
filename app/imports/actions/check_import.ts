import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { cellsOf, listFaults, placesOf } from '#imports/cells'
import {
  importDefinition,
  type Cells,
  type Checked,
  type ImportDefinition,
} from '#imports/define_import'
import { readRows } from '#imports/read_rows'
import { forgetRows, storeRows, type BadRow, type GoodRow } from '#imports/stored_rows'
import { storage } from '#tenancy/storage'
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
  const work = await mkdtemp(join(tmpdir(), 'import-'))
  const path = join(work, 'import.xlsx')
  await forgetRows(importId)
  let counts
  try {
    await storage().fetch(row.file_key, path)
    counts = await judge(ctx, importId, definition, chosen, path, tell)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await db
      .from('imports')
      .where('id', importId)
      .update({ status: 'failed', fault: error.message, finished_at: stamp(ctx), file_key: null })
    await storage().remove(row.file_key)
    throw error
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  await db
    .from('imports')
    .where('id', importId)
    .update({ status: 'checked', ...counts, total: counts.good + counts.bad, file_key: null })
  await storage().remove(row.file_key)
  return counts
}

interface Asked {
  sound: { number: number; cells: Cells }[]
  bad: BadRow[]
  answers: Promise<Checked<unknown>[]>
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
  const settle = async ({ sound, bad, answers }: Asked) => {
    const good: GoodRow[] = []
    for (const [index, answer] of (await answers).entries()) {
      const { number, cells } = sound[index]
      const refuse = (reason: string) => bad.push({ number, status: 'bad', cells, reason })
      if ('fault' in answer) {
        refuse(answer.fault)
        continue
      }
      const same = definition.identity(answer.values)
      const twin = seen.get(same)
      if (twin) refuse(`与第 ${twin} 行重复`)
      else {
        seen.set(same, number)
        good.push({ number, cells, values: answer.values })
      }
    }
    await stored
    stored = storeRows(importId, good, bad)
    stored.catch(() => {})
    counts.good += good.length
    counts.bad += bad.length
    if (++pieces % TOLD_EACH === 0) await tell(counts.good, counts.bad)
  }
  // a piece is stored while the database answers for the next and the one after that is read
  let before: Asked | null = null
  for await (let rows of readRows(path)) {
    if (!places) {
      places = placesOf(definition.columns, rows[0].cells)
      rows = rows.slice(1)
    }
    const sound: Asked['sound'] = []
    const bad: BadRow[] = []
    for (const { number, cells: raw } of rows) {
      const { cells, faults } = cellsOf(definition.columns, places, raw)
      faults.push(...notInList(cells))
      if (faults.length === 0) sound.push({ number, cells })
      else bad.push({ number, status: 'bad', cells, reason: faults.join('；') })
    }
    const answers = definition.check(
      ctx,
      sound.map(({ cells }) => cells),
      chosen
    )
    answers.catch(() => {})
    if (before) await settle(before)
    before = { sound, bad, answers }
  }
  if (before) await settle(before)
  await stored
  await tell(counts.good, counts.bad)
  if (!places) throw new Refusal('empty', '文件中没有内容，请使用下载的模板填写。')
  return counts
}
