import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { rulesetById } from '#batches/queries/rulesets'
import { commitmentOf, drawNeeds, newSecret, type NeedOfDraw } from '#evaluations/draw'
import { drawPool, fits, type DrawFilter } from '#evaluations/draws/pool'
import Meeting from '#evaluations/models/meeting'
import { officePlan, recordPlanEvent, type ExpertNeed, type Plan } from '#evaluations/plans/plan'
import { openValue, sealValue } from '#tenancy/crypto'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

const SEALED = 'draws.secret'

/**
 * First step of a draw: the secret is made and sealed, its hash published, before anyone says who is in the pool (R9). A
 * further draw fills the places refusals have left when no reserve is there any more. The demo brings its own secret.
 */
export async function commitDraw(
  ctx: ActorContext,
  planId: number,
  secret = newSecret()
): Promise<number> {
  const plan = await drawablePlan(ctx, planId)
  const commitment = commitmentOf(secret)
  return db.transaction(async (trx) => {
    const last = await lastDraw(trx, plan.meetingId)
    if (last?.status === 'committed') throw new Refusal('committed', '承诺值已登记，请继续抽取。')
    const missing = await missingBy(trx, plan)
    if (missing.every(({ count }) => count === 0))
      throw new Refusal('complete', '评委人数已足，不需要再抽取。')
    const [created] = await trx.table('draws').insert({
      meeting_id: plan.meetingId,
      number: (last?.number ?? 0) + 1,
      commitment,
      secret_sealed: sealValue(SEALED, commitment, secret),
      filter: '{}',
      status: 'committed',
      committed_at: stamp(ctx),
    })
    await recordPlanEvent(ctx, plan.id, 'committed', commitment, trx)
    await audit(ctx, { action: 'draw.committed', objectType: 'draw', objectId: created }, trx)
    return created as number
  })
}

/** Second step: the pool is frozen with everyone's reason to stay out, and drawn from; who is drawn is asked to come. */
export async function performDraw(ctx: ActorContext, planId: number, filter: DrawFilter) {
  const plan = await drawablePlan(ctx, planId)
  const pool = await drawPool(ctx, plan.meetingId, filter)
  return db.transaction(async (trx) => {
    const last = await lastDraw(trx, plan.meetingId)
    if (last?.status !== 'committed')
      throw new Refusal('not_committed', '请先登记承诺值，再冻结评委库。')
    const needs: (NeedOfDraw & ExpertNeed)[] = (await missingBy(trx, plan)).map((need) => ({
      ...need,
      candidates: pool.filter((each) => !each.excluded && fits(each, need)).map(({ id }) => id),
    }))
    const drawn = drawNeeds(openValue(SEALED, last.commitment, last.secret_sealed), needs)
    const short = needs.findIndex(({ count }, index) => drawn[index].length < count)
    if (short !== -1)
      throw new Refusal(
        'short',
        `第 ${short + 1} 项需求要 ${needs[short].count} 人，可抽取的只有 ${drawn[short].length} 人；请补充评委库或调整方案。`
      )
    await trx
      .from('draws')
      .where('id', last.id)
      .update({
        filter: JSON.stringify(filter),
        pool: JSON.stringify({
          needs,
          excluded: pool.flatMap(({ id, excluded }) => (excluded ? [{ id, excluded }] : [])),
        }),
        drawn: JSON.stringify(drawn),
        status: 'drawn',
        drawn_at: stamp(ctx),
      })
    await trx.table('meeting_members').multiInsert(
      drawn.flatMap((ids, need) =>
        ids.map((expertId, place) => ({
          meeting_id: plan.meetingId,
          expert_id: expertId,
          draw_id: last.id,
          need,
          status: place < needs[need].count ? 'drawn' : 'reserve',
          reserve_rank: place < needs[need].count ? null : place - needs[need].count + 1,
        }))
      )
    )
    const seats = needs.reduce((sum, { count }) => sum + count, 0)
    const total = drawn.flat().length
    await recordPlanEvent(ctx, plan.id, 'drawn', `抽取 ${seats} 人，备选 ${total - seats} 人`, trx)
    const drawnNow = { id: last.id as number, seats, reserves: total - seats }
    await audit(ctx, { action: 'draw.drawn', objectType: 'draw', objectId: drawnNow.id }, trx)
    return drawnNow
  })
}

/** What of each need has nobody who was asked or has said yes. */
async function missingBy(trx: TransactionClientContract, plan: Plan): Promise<ExpertNeed[]> {
  const members = await trx
    .from('meeting_members')
    .where('meeting_id', plan.meetingId)
    .whereIn('status', ['drawn', 'active'])
    .select('need')
  return plan.needs.map((need, index) => {
    const count = Math.max(0, need.count - members.filter((row) => row.need === index).length)
    return { ...need, count, reserves: count === 0 ? 0 : need.reserves }
  })
}

const lastDraw = (trx: TransactionClientContract, meetingId: number) =>
  trx.from('draws').where('meeting_id', meetingId).orderBy('number', 'desc').forUpdate().first()

/** An approved online plan of a meeting in preparation, where the rules draw. */
async function drawablePlan(ctx: ActorContext, planId: number): Promise<Plan> {
  const plan = await officePlan(ctx, planId)
  const meeting = await Meeting.findOrFail(plan.meetingId)
  const { ruleset } = await rulesetById(meeting.rulesetId)
  if (!ruleset.plans.draw) throw new NotFound('本省的评审会议不抽取评委。')
  if (plan.status !== 'approved') throw new Refusal('plan', '方案审核通过后才能抽取评委。')
  if (plan.flow !== 'online') throw new Refusal('offline', '线下评审的方案不抽取评委。')
  if (meeting.status !== 'preparing') throw new Refusal('meeting', '会议已经开始，不能再抽取评委。')
  return plan
}

export interface Answer {
  memberId: number
  answer: 'confirm' | 'refuse'
  reason?: string | null
}

/** A drawn expert's answer: he sits, or, with the reason, the next reserve is asked. Answers who moved up. */
export async function answerDraw(
  ctx: ActorContext,
  planId: number,
  input: Answer
): Promise<string | null> {
  const plan = await drawablePlan(ctx, planId)
  if (input.answer === 'refuse' && !input.reason)
    throw new Refusal('reason', '请填写不能参加的原因', [
      { field: 'reason', message: '请填写不能参加的原因' },
    ])
  return db.transaction(async (trx) => {
    const rows = await trx
      .from('meeting_members as m')
      .join('experts as e', 'e.id', 'm.expert_id')
      .where('m.meeting_id', plan.meetingId)
      .orderBy('m.draw_id')
      .orderBy('m.reserve_rank')
      .select('m.*', 'e.name')
      .forUpdate()
    const member = rows.find(({ id }) => id === input.memberId)
    if (!member || member.draw_id === null) throw new NotFound('没有这位抽取的评委。')
    const from = input.answer === 'confirm' ? ['drawn'] : ['drawn', 'active']
    if (!from.includes(member.status)) throw new StaleRefusal('该评委的状态已经改变，请刷新查看。')
    const set = (id: number, changes: object) =>
      trx.from('meeting_members').where('id', id).update(changes)
    if (input.answer === 'confirm') {
      await set(member.id, { status: 'active' })
      await recordPlanEvent(ctx, plan.id, 'member_confirmed', member.name, trx)
      return null
    }
    await set(member.id, { status: 'refused', reason: input.reason, group_id: null, office: null })
    const next = rows.find(({ status, need }) => status === 'reserve' && need === member.need)
    if (next) await set(next.id, { status: 'drawn' })
    await recordPlanEvent(
      ctx,
      plan.id,
      'member_refused',
      `${member.name}：${input.reason}；${next ? `递补 ${next.name}` : '没有可递补的备选专家'}`,
      trx
    )
    return next?.name ?? null
  })
}

/** Publishes the secrets of the draws made, so that anyone can repeat them. */
export async function revealDraws(ctx: ActorContext, plan: Pick<Plan, 'id' | 'meetingId'>) {
  const rows = await db
    .from('draws')
    .where({ meeting_id: plan.meetingId, status: 'drawn' })
    .orderBy('id')
  for (const row of rows) {
    const secret = openValue(SEALED, row.commitment, row.secret_sealed)
    await db
      .from('draws')
      .where({ id: row.id, status: 'drawn' })
      .update({ status: 'revealed', secret_revealed: secret, revealed_at: stamp(ctx) })
    await recordPlanEvent(ctx, plan.id, 'revealed', `第 ${row.number} 次抽取`)
  }
  return rows.length
}

/** Draws again from what was frozen: whether secret, commitment, list and members agree. */
export async function replayDraw(id: number) {
  const row = await db.from('draws').where('id', id).first()
  if (!row || row.drawn_at === null) throw new NotFound('没有这次抽取，或者还没有抽取。')
  const secret = row.secret_revealed ?? openValue(SEALED, row.commitment, row.secret_sealed)
  const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
  const { needs } = parsed(row.pool) as { needs: NeedOfDraw[] }
  const again = drawNeeds(secret, needs)
  const members = await db.from('meeting_members').where('draw_id', id).select('expert_id', 'need')
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const ids = (list: number[]) => [...list].sort((a, b) => a - b)
  return {
    commitment: row.commitment as string,
    revealed: row.secret_revealed as string | null,
    drawn: again,
    keepsCommitment: commitmentOf(secret) === row.commitment,
    sameList: same(again, parsed(row.drawn)),
    sameMembers: again.every((list, need) =>
      same(
        ids(list),
        ids(members.filter((each) => each.need === need).map((each) => Number(each.expert_id)))
      )
    ),
  }
}
