import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { avoids, type Board, type BoardCase, type BoardMember } from '#evaluations/board'
import type Meeting from '#evaluations/models/meeting'
import { blockedBy, scopeBlockedBy, settledBy, stagesBehind } from '#evaluations/progress'
import { loadBoard, modeOf } from '#evaluations/queries/load_board'
import { mayAct } from '#evaluations/roles'
import type { Primitive, ReviewStage, Ruleset } from '#province/ruleset'
import type { ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** What an act of a meeting works on; everything is of one transaction. */
export interface Act {
  ctx: ActorContext
  trx: TransactionClientContract
  meeting: Meeting
  board: Board
  stage: ReviewStage
  rules: Ruleset
  /** the acting member; null for the committee's office */
  member: BoardMember | null
  groupId: number
}

export interface Target {
  meetingId: number
  stage: string
  /** for the office; a member acts in his own group */
  groupId?: number
}

/** What these stages say stands in the row of the case itself. */
const ON_THE_CASE: Primitive[] = ['assign', 'questions', 'score', 'confirm', 'deliberate']

/**
 * Runs an act of a stage after asking who acts and whether the stage is open. Acts that change the state of a scope
 * lock the meeting first, so that two of them follow each other, and see the whole board; a member's own papers and
 * scores share the lock: many at once, but none while a switch is turned, and each loads only the cases it is about.
 */
export async function act<T>(
  ctx: ActorContext,
  target: Target,
  about: 'scope' | number[],
  work: (act: Act) => Promise<T>
): Promise<T> {
  const scopeAct = about === 'scope'
  // mode and rules of a meeting never change: read before, so that the transaction needs its own connection only
  const { mode, ruleset: rules } = await modeOf(target.meetingId)
  const stage = mode.stages.find(({ id }) => id === target.stage)
  if (!stage) throw new NotFound('没有这个评审环节。')
  return db.transaction(async (trx) => {
    const lock = trx.from('meetings').where('id', target.meetingId).select('id')
    await (scopeAct ? lock.forUpdate() : lock.forShare()).first()
    // two members' points on one case follow each other, so that its total misses neither
    if (!scopeAct && ON_THE_CASE.includes(stage.primitive))
      await trx.from('meeting_cases').whereIn('id', about).orderBy('id').select('id').forUpdate()
    const need = scopeAct ? {} : { cases: about, stages: stagesBehind(mode, stage) }
    const { meeting, board } = await loadBoard(target.meetingId, trx, need)
    const member = board.members.find(
      ({ accountId }) => accountId !== null && accountId === ctx.actor.accountId
    )
    const office = stage.who === 'office' && (await isOffice(ctx, meeting, trx))
    if (!office && !mayAct(board, stage, member ?? null, null))
      throw new Forbidden('这一环节不由您办理。')
    if (member && !member.pledged && ctx.actor.kind !== 'system')
      throw new Refusal('pledge', '请先在“评审工作”中签署评审专家承诺书。')
    const groupId = stage.scope === 'group' ? (member?.groupId ?? target.groupId ?? 0) : 0
    if (scopeAct) {
      const blocked = scopeBlockedBy(board, stage, groupId)
      if (blocked) throw new Refusal('gate', blocked)
    }
    return work({ ctx, trx, meeting, board, stage, rules, member: member ?? null, groupId })
  })
}

/** The committee's own account, or the staff of the body that set it up or keeps its office; nobody else. */
export async function isOffice(
  { actor }: ActorContext,
  meeting: Meeting,
  client: TransactionClientContract | typeof db = db
): Promise<boolean> {
  if (actor.kind === 'system') return true
  if (actor.committeeId !== null) return actor.committeeId === meeting.committeeId
  if (actor.kind !== 'staff' || !actor.can('meetings.manage')) return false
  return keepsCommittee(actor.organizationId, meeting.committeeId, client)
}

/** Whether a body set up a committee or is its office. */
export async function keepsCommittee(
  organizationId: number | null,
  committeeId: number,
  client: TransactionClientContract | typeof db = db
) {
  const committee = await client
    .from('committees')
    .where('id', committeeId)
    .select('organization_id', 'office_id')
    .first()
  return (
    organizationId !== null &&
    (committee?.organization_id === organizationId || committee?.office_id === organizationId)
  )
}

/** A case that is open for the member in this stage, not settled by what followed, and not one he avoids (R34). */
export function openCase({ board, stage, member }: Act, caseId: number): BoardCase {
  const one = board.cases.find(({ id }) => id === caseId)
  if (!one) throw new NotFound('没有这位参评人员。')
  if (member && avoids(board, member.id, one)) throw new Forbidden('您对这位参评人员应当回避。')
  if (member && !mayAct(board, stage, member, one)) throw new Forbidden('这位参评人员不由您办理。')
  const blocked = blockedBy(board, stage, one)
  if (blocked) throw new Refusal('gate', blocked)
  const settled = settledBy(board, stage, one)
  if (settled) throw new Refusal('settled', settled)
  return one
}

export const changeCase = (
  trx: TransactionClientContract,
  id: number,
  changes: Record<string, unknown>
) => changeCases(trx, [id], changes)

export const changeCases = (
  trx: TransactionClientContract,
  ids: number[],
  changes: Record<string, unknown>
) =>
  trx
    .from('meeting_cases')
    .whereIn('id', ids)
    .update({ ...changes, version: db.raw('version + 1') })

/** Writes the state of a stage that belongs to a scope. */
export async function setState(
  { trx, meeting, stage, ctx }: Act,
  groupId: number,
  status: 'open' | 'done' | 'closed',
  detail: Record<string, unknown> = {}
) {
  const now = stamp(ctx)
  await trx
    .insertQuery()
    .table('stage_states')
    .knexQuery.insert({
      meeting_id: meeting.id,
      stage: stage.id,
      group_id: groupId,
      status,
      detail: JSON.stringify(detail),
      opened_at: now,
      closed_at: status === 'closed' ? now : null,
    })
    .onConflict(['meeting_id', 'stage', 'group_id'])
    .merge(status === 'closed' ? ['status', 'closed_at'] : ['status', 'detail', 'opened_at'])
}

export { stamp }

/** Runs an insert that its key allows once; a second one at the same time is a refusal, not a fault. */
export async function once(work: PromiseLike<unknown>, code: string, message: string) {
  try {
    await work
  } catch (error) {
    if ((error as { errno?: number }).errno === 1062) throw new Refusal(code, message)
    throw error
  }
}
