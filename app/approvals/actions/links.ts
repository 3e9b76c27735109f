import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { linksAbove } from '#approvals/queries/load_graph'
import { pathSetsOf } from '#approvals/queries/path_sets'
import { currentRuleset } from '#batches/queries/rulesets'
import { enqueue } from '#jobs/enqueue'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface LinkInput {
  pathSet: string
  /** '' = every level */
  level: string
  lowerId: number
  upperId: number
}
type End = 'upper' | 'lower' | 'admin'

/**
 * A link between two bodies, asked for by one end and confirmed by the other (HU-26, HU-27); the administrator's holds at
 * once (HU-36…40). When both ends have asked for it, it is confirmed.
 */
export async function proposeLink(
  ctx: ActorContext,
  input: LinkInput,
  by: End
): Promise<'proposed' | 'confirmed'> {
  await checkLink(input)
  return db.transaction(async (trx) => {
    const known = await twinOf(trx, input)
    const agreed = known?.status === 'proposed' && by !== 'admin' && known.proposed_by !== by
    const next = by === 'admin' || agreed ? 'confirmed' : 'proposed'
    if (known?.status === 'confirmed') throw alreadyThere('这条审核路径已存在。', by)
    if (known?.status === 'proposed' && next === 'proposed')
      throw alreadyThere('已提出过，等待对方确认。', by)
    const values = {
      status: next,
      proposed_by: agreed ? known.proposed_by : by,
      reason: null,
      updated_at: stamp(ctx),
    }
    if (known) await trx.from('path_links').where('id', known.id).update(values)
    else
      await trx
        .insertQuery()
        .table('path_links')
        .knexQuery.insert({ ...columnsOf(input), ...values, created_at: stamp(ctx) })
        // somebody may have added the same link a moment ago
        .onConflict(['path_set', 'lower_id', 'upper_id', 'level'])
        .ignore()
    if (by !== 'admin') {
      const { id } = (await twinOf(trx, input))!
      await tell(ctx, trx, id, next, [by === 'upper' ? input.lowerId : input.upperId])
    }
    await audit(ctx, { action: `path_link.${next}`, detail: { ...input } }, trx)
    return next
  })
}

/** The other end says yes, or no with the reason. */
export async function answerLink(
  ctx: ActorContext,
  id: number,
  answer: { confirmed: true } | { confirmed: false; reason: string }
) {
  const link = await db.from('path_links').where({ id, status: 'proposed' }).first()
  const asked = link && (link.proposed_by === 'upper' ? link.lower_id : link.upper_id)
  if (!link || !asked || asked !== ctx.actor.organizationId) throw new NotFound()
  if (answer.confirmed) await checkLink(inputOf(link))
  await settle(ctx, link, {
    status: answer.confirmed ? 'confirmed' : 'refused',
    reason: answer.confirmed ? null : answer.reason,
  })
}

/** Either end gives a link up; the administrator any. Cases under way keep the route they were submitted with. */
export async function cancelLink(ctx: ActorContext, id: number, reason: string, by: End) {
  const link = await db
    .from('path_links')
    .where({ id })
    .whereIn('status', ['proposed', 'confirmed'])
    .first()
  const own =
    by === 'admin' ||
    (link && [link.lower_id, link.upper_id].includes(ctx.actor.organizationId as never))
  if (!link || !own) throw new NotFound()
  await settle(ctx, link, { status: 'cancelled', reason })
}

/** The administrator moves a link to other ends or another level. */
export async function changeLink(ctx: ActorContext, id: number, input: LinkInput) {
  const link = await db.from('path_links').where({ id, status: 'confirmed' }).first()
  if (!link) throw new NotFound()
  await checkLink(input, id)
  await db.transaction(async (trx) => {
    const twin = await twinOf(trx, input)
    if (twin && twin.id !== id) {
      if (['confirmed', 'proposed'].includes(twin.status))
        throw alreadyThere('已有同样的审核路径。', 'admin')
      await trx.from('path_links').where('id', twin.id).delete()
    }
    await trx
      .from('path_links')
      .where('id', id)
      .update({ ...columnsOf(input), updated_at: stamp(ctx) })
    await audit(ctx, { action: 'path_link.changed', objectType: 'path_link', objectId: id }, trx)
  })
}

/** Throws unless the link is between two bodies in use, of a known set, and closes no circle. */
export async function checkLink(input: LinkInput, except?: number) {
  const { ruleset } = await currentRuleset()
  if (!pathSetsOf(ruleset).some(({ value }) => value === input.pathSet))
    throw fault('pathSet', '请选择审核路径')
  if (input.lowerId === input.upperId) throw fault('lowerId', '上级和下级不能是同一机构')
  const found = await db
    .from('organizations')
    .whereIn('id', [input.lowerId, input.upperId])
    .where('status', 'active')
    .select('id')
  for (const [field, id] of [
    ['lowerId', input.lowerId],
    ['upperId', input.upperId],
  ] as const)
    if (!found.some((row) => row.id === id)) throw fault(field, '没有这个机构')
  const above = await linksAbove(input.upperId, input.pathSet, input.level || null)
  const own = except && (await db.from('path_links').where('id', except).first())
  const closes = [...above.entries()].some(
    ([lower, uppers]) =>
      uppers.includes(input.lowerId) &&
      !(own && own.lower_id === lower && own.upper_id === input.lowerId)
  )
  if (closes) throw fault('upperId', '该上级已在本机构的下级之中，不能形成循环')
}

const fault = (field: string, message: string) =>
  new Refusal('link', '请更正审核路径', [{ field, message }])
const alreadyThere = (message: string, by: End) =>
  new Refusal('known', message, [{ field: by === 'lower' ? 'upperId' : 'lowerId', message }])

const twinOf = (trx: TransactionClientContract, { pathSet, level, lowerId, upperId }: LinkInput) =>
  trx
    .from('path_links')
    .where({ path_set: pathSet, level, lower_id: lowerId, upper_id: upperId })
    .forUpdate()
    .first()

async function settle(
  ctx: ActorContext,
  link: Record<string, any>,
  to: { status: 'confirmed' | 'refused' | 'cancelled'; reason: string | null }
) {
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('path_links')
      .where({ id: link.id, status: link.status })
      .update({ ...to, updated_at: stamp(ctx) })
    if (Number(changed) === 0) throw new StaleRefusal()
    const others = [link.lower_id, link.upper_id].filter((id) => id !== ctx.actor.organizationId)
    await tell(ctx, trx, link.id, to.status, others)
    await audit(
      ctx,
      { action: `path_link.${to.status}`, objectType: 'path_link', objectId: link.id },
      trx
    )
  })
}

/** The other end hears of it; a link may be asked for, refused and asked for again. */
const tell = (
  ctx: ActorContext,
  trx: TransactionClientContract,
  linkId: number,
  act: string,
  organizationIds: number[]
) =>
  enqueue(
    ctx,
    {
      kind: 'notifications.link',
      key: `path_link:${linkId}:${act}:${ctx.now().toMillis()}`,
      label: '审核路径变动通知',
      payload: { linkId, act, organizationIds },
    },
    trx
  )

const columnsOf = ({ pathSet, level, lowerId, upperId }: LinkInput) => ({
  path_set: pathSet,
  level,
  lower_id: lowerId,
  upper_id: upperId,
})
const inputOf = (row: Record<string, any>): LinkInput => ({
  pathSet: row.path_set,
  level: row.level,
  lowerId: row.lower_id,
  upperId: row.upper_id,
})
