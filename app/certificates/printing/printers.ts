import db from '@adonisjs/lucid/services/db'
import type { Actor, ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface Printer {
  id: number
  name: string
  dx: number
  dy: number
}

export interface PrinterInput {
  name: string
  dx: number
  dy: number
}

/** The printers of a body; there are a handful. */
export async function listPrinters(actor: Actor): Promise<Printer[]> {
  const rows = await db
    .from('printers')
    .where('organization_id', actor.organizationId ?? 0)
    .orderBy('name')
    .limit(100)
  return rows.map(printer)
}

const printer = (row: Record<string, any>): Printer => ({
  id: Number(row.id),
  name: row.name,
  dx: Number(row.dx),
  dy: Number(row.dy),
})

/** One printer of the actor's body; without an id one that prints exactly. */
export async function printerOf(actor: Actor, id: number | null): Promise<Printer> {
  if (!id) return { id: 0, name: '未校准的打印机', dx: 0, dy: 0 }
  const row = await db
    .from('printers')
    .where({ id, organization_id: actor.organizationId ?? 0 })
    .first()
  if (!row) throw new NotFound('没有这台打印机。')
  return printer(row)
}

/** Adds a printer, or mends the offsets of one. */
export async function savePrinter(ctx: ActorContext, input: PrinterInput, id?: number) {
  const { actor } = ctx
  if (actor.organizationId === null) throw new NotFound()
  if (id) await printerOf(actor, id)
  const rows = db.from('printers')
  try {
    if (id) await rows.where('id', id).update({ ...input, updated_at: stamp(ctx) })
    else
      await db
        .table('printers')
        .insert({ ...input, organization_id: actor.organizationId, created_at: stamp(ctx) })
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1062) throw error
    throw new Refusal('name', '请更换名称', [{ field: 'name', message: '已有同名打印机' }])
  }
}

export async function removePrinter(ctx: ActorContext, id: number) {
  await printerOf(ctx.actor, id)
  await db.from('printers').where('id', id).delete()
}
