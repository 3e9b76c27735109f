import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { contrastOnWhite } from '#province/check_province'
import type { ActorContext } from '#web/actor'
import { forgetBrand, type Brand } from '#web/brand'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { writeSetting } from '#web/settings'
import { stamp } from '#web/stamp'

/** WCAG AA for text on white */
export const LEAST_CONTRAST = 4.5

export type PortalTexts = Omit<Brand, 'words' | 'logo'>

/** Name, colour and words of the portal; a colour nobody can read is refused. */
export async function saveBrand(ctx: ActorContext, value: PortalTexts, version: number) {
  const contrast = contrastOnWhite(value.color)
  if (contrast < LEAST_CONTRAST)
    throw new Refusal('contrast', '请更换主色', [
      {
        field: 'color',
        message: `与白色的对比度为 ${contrast.toFixed(1)} : 1，应不低于 ${LEAST_CONTRAST} : 1，请选深一些的颜色`,
      },
    ])
  await db.transaction(async (trx) => {
    await writeSetting(ctx, trx, 'portal', { value, version })
    await audit(ctx, { action: 'portal.changed' }, trx)
  })
  forgetBrand()
}

/** Where texts for the public stand: notices on the front page, help on its own. */
export const SHELVES = {
  notices: { table: 'notices', object: 'notice' },
  help: { table: 'help_pages', object: 'help_page' },
} as const
export type Shelf = keyof typeof SHELVES

export interface TextInput {
  title: string
  body: string
  pinned?: boolean
  status: 'draft' | 'published' | 'withdrawn'
  version?: number
}

export async function addText(ctx: ActorContext, shelf: Shelf, input: TextInput): Promise<number> {
  const { table, object } = SHELVES[shelf]
  return db.transaction(async (trx) => {
    const [id] = await trx.table(table).insert({
      title: input.title,
      body: input.body,
      pinned: input.pinned ?? false,
      status: input.status,
      updated_by: ctx.actor.name,
      published_at: stamp(ctx),
    })
    await audit(ctx, { action: `${object}.added`, objectType: object, objectId: id }, trx)
    return id
  })
}

export async function changeText(ctx: ActorContext, shelf: Shelf, id: number, input: TextInput) {
  const { table, object } = SHELVES[shelf]
  const known = await db.from(table).where('id', id).select('status').first()
  if (!known) throw new NotFound()
  const isNew = known.status === 'draft' && input.status === 'published'
  await db.transaction(async (trx) => {
    const changed = await trx
      .from(table)
      .where({ id, version: input.version ?? 0 })
      .update({
        title: input.title,
        body: input.body,
        pinned: input.pinned ?? false,
        status: input.status,
        version: (input.version ?? 0) + 1,
        updated_by: ctx.actor.name,
        // the day the public saw it first
        ...(isNew && { published_at: stamp(ctx) }),
      })
    if (Number(changed) === 0) throw new StaleRefusal()
    await audit(ctx, { action: `${object}.changed`, objectType: object, objectId: id }, trx)
  })
}

export async function addDownload(
  ctx: ActorContext,
  input: { title: string; note?: string | null; fileId: number }
) {
  await db.transaction(async (trx) => {
    const [id] = await trx.table('downloads').insert({
      title: input.title,
      note: input.note ?? null,
      file_id: input.fileId,
      updated_by: ctx.actor.name,
      published_at: stamp(ctx),
    })
    await audit(ctx, { action: 'download.added', objectType: 'download', objectId: id }, trx)
  })
}

export async function removeDownload(ctx: ActorContext, id: number) {
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('downloads')
      .where({ id, status: 'published' })
      .update({ status: 'withdrawn', updated_by: ctx.actor.name })
    if (Number(changed) === 0) throw new NotFound()
    await audit(ctx, { action: 'download.removed', objectType: 'download', objectId: id }, trx)
  })
}
