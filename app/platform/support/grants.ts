import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import audit from '#audit/audit'
import { logOperator } from '#platform/operator_log'
import { runInTenant } from '#tenancy/context'
import type Tenant from '#tenancy/models/tenant'
import { systemContext, type Actor, type ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

const minute = (at: Date) =>
  DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')

/** An operator asks a province to let him look; nothing is open yet. */
export const askForSupport = (actor: Actor, tenant: Tenant, reason: string) =>
  runInTenant(tenant.info(), async () => {
    const ctx = systemContext(`运维 ${actor.name}`)
    const open = await db
      .from('support_grants')
      .where({ operator_id: actor.accountId!, status: 'asked' })
      .first()
    if (open) throw new Refusal('asked', '已经提出过申请，请等省平台答复。')
    await db.transaction(async (trx) => {
      await trx.table('support_grants').insert({
        operator: actor.name,
        operator_id: actor.accountId,
        reason,
        asked_at: stamp(ctx),
      })
      await audit(ctx, { action: 'support.requested' }, trx)
    })
    await logOperator(actor, { action: '申请查看数据', tenant: tenant.slug, detail: reason })
  })

/** The province answers: for some hours, or not at all. */
export async function decideSupport(
  ctx: ActorContext,
  id: number,
  input: { grant: boolean; hours?: number }
) {
  const values = input.grant
    ? { status: 'granted', ends_at: stamp({ now: () => ctx.now().plus({ hours: input.hours }) }) }
    : { status: 'refused' }
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('support_grants')
      .where({ id, status: 'asked' })
      .update({ ...values, decided_by: ctx.actor.name, decided_at: stamp(ctx) })
    if (Number(changed) === 0) throw new NotFound('没有这项待答复的申请。')
    await audit(
      ctx,
      {
        action: input.grant ? 'support.granted' : 'support.rejected',
        objectType: 'support',
        objectId: id,
        detail: input.grant ? { hours: input.hours } : {},
      },
      trx
    )
  })
  await noteForOperators(ctx, id, input.grant ? `授权 ${input.hours} 小时` : '拒绝授权')
}

/** The province takes its consent back at once. */
export async function withdrawSupport(ctx: ActorContext, id: number) {
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('support_grants')
      .where({ id, status: 'granted' })
      .where('ends_at', '>', stamp(ctx))
      .update({ status: 'withdrawn', ends_at: stamp(ctx) })
    if (Number(changed) === 0) throw new NotFound('这项授权已经结束。')
    await audit(ctx, { action: 'support.withdrawn', objectType: 'support', objectId: id }, trx)
  })
  await noteForOperators(ctx, id, '收回授权')
}

/** Both sides keep the same history. */
async function noteForOperators(ctx: ActorContext, id: number, action: string) {
  const { operator } = await db.from('support_grants').where('id', id).firstOrFail()
  await logOperator(
    { name: `${ctx.tenant.name} ${ctx.actor.name}` },
    { action, tenant: ctx.tenant.slug, detail: `对象：${operator}` }
  )
}

/**
 * Does what needs the province's consent, inside it; refuses where there is none. Each look is written down on both
 * sides before anything is read.
 */
export async function withConsent<Result>(
  actor: Actor,
  tenant: Tenant,
  about: string,
  work: () => Promise<Result>
): Promise<Result> {
  return runInTenant(tenant.info(), async () => {
    const grant = await activeGrant(actor)
    if (!grant)
      throw new Refusal('consent', '没有省平台的有效授权，不能查看业务数据。请先提出申请。')
    await audit(systemContext(`运维 ${actor.name}`), {
      action: 'support.looked',
      objectType: 'support',
      objectId: grant.id,
      detail: { about },
    })
    await logOperator(actor, { action: '查看业务数据', tenant: tenant.slug, detail: about })
    return work()
  })
}

const activeGrant = (actor: Actor) =>
  db
    .from('support_grants')
    .where({ operator_id: actor.accountId!, status: 'granted' })
    .where('ends_at', '>', stamp({ now: () => DateTime.utc() }))
    .orderBy('id', 'desc')
    .first()

/** Who asked for what, the newest first; of the running tenant. */
export function grantsOf(operatorId?: number) {
  const query = db.from('support_grants').orderBy('id', 'desc')
  return operatorId ? query.where('operator_id', operatorId) : query
}

export function grantCard(row: Record<string, any>, now = new Date()) {
  const isOver = row.status === 'granted' && row.ends_at <= now
  return {
    id: row.id as number,
    operator: row.operator as string,
    reason: row.reason as string,
    status: (isOver ? 'over' : row.status) as
      'asked' | 'granted' | 'refused' | 'withdrawn' | 'over',
    askedAt: minute(row.asked_at),
    decidedBy: row.decided_by as string | null,
    endsAt: row.ends_at ? minute(row.ends_at) : null,
  }
}
export type GrantCard = ReturnType<typeof grantCard>
