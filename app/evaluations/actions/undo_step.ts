import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { officeMeeting } from '#evaluations/actions/meetings'
import { stamp } from '#evaluations/acts/act'
import { clearStep, recallReport } from '#evaluations/acts/clear_step'
import type { Board } from '#evaluations/board'
import { loadBoard } from '#evaluations/queries/load_board'
import { undoSteps, type UndoStep } from '#evaluations/undo'
import { rulesetById } from '#batches/queries/rulesets'
import type Meeting from '#evaluations/models/meeting'
import type { ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'

export interface UndoInput {
  stage: string
  /** without a list, everyone on whom the step stands */
  caseIds?: number[]
  reason: string
}

/**
 * Takes the newest step of a meeting back, with the reason (HU-71): what was said in it goes, and its people act again.
 * Secret papers become void as a whole ballot. Where the rules ask for it, that waits for a second person's word.
 */
export const askUndo = (ctx: ActorContext, meetingId: number, input: UndoInput) =>
  locked(ctx, meetingId, async (trx, meeting, board) => {
    const step = stepOf(board, input)
    const { ruleset } = await rulesetById(meeting.rulesetId)
    const grave = step.wholeBallot || step.id === board.mode.stages.at(-1)!.id
    const waits = grave && ruleset.voting.voidNeedsSecond === true
    const waiting = await trx
      .from('meeting_undos')
      .where({ meeting_id: meetingId, status: 'asked' })
      .first()
    if (waiting) throw new Refusal('asked', `“${waiting.label}”的回退申请正等待第二人确认。`)
    const [id] = await trx.table('meeting_undos').insert({
      meeting_id: meetingId,
      stage: step.id,
      label: step.label,
      case_ids: JSON.stringify(step.caseIds),
      reason: input.reason,
      status: waits ? 'asked' : 'done',
      asked_by: ctx.actor.accountId,
      asked_name: ctx.actor.name,
      asked_at: stamp(ctx),
      kept: '{}',
    })
    if (!waits) await carryOut({ ctx, trx, meeting, board }, id, step, input.reason)
    return { label: step.label, count: step.caseIds.length, waits }
  })

/** The second person's word: another account of the same office. Who asked may take it back. */
export const decideUndo = (
  ctx: ActorContext,
  meetingId: number,
  input: { undoId: number; agree: boolean }
) =>
  locked(ctx, meetingId, async (trx, meeting, board) => {
    const asked = await trx
      .from('meeting_undos')
      .where({ id: input.undoId, meeting_id: meetingId, status: 'asked' })
      .forUpdate()
      .first()
    if (!asked) throw new NotFound('没有这项等待确认的回退。')
    const own = Number(asked.asked_by ?? 0) === (ctx.actor.accountId ?? 0)
    if (input.agree && own) throw new Forbidden('须由提出人以外的第二人确认。')
    await trx
      .from('meeting_undos')
      .where('id', asked.id)
      .update({
        status: input.agree ? 'done' : own ? 'withdrawn' : 'refused',
        decided_name: ctx.actor.name,
        decided_at: stamp(ctx),
      })
    const caseIds: number[] =
      typeof asked.case_ids === 'string' ? JSON.parse(asked.case_ids) : asked.case_ids
    if (input.agree)
      await carryOut(
        { ctx, trx, meeting, board },
        asked.id,
        stepOf(board, { stage: asked.stage, caseIds, reason: asked.reason }),
        asked.reason
      )
    return { label: asked.label as string, own }
  })

interface Office {
  ctx: ActorContext
  trx: TransactionClientContract
  meeting: Meeting
  board: Board
}

async function carryOut(office: Office, id: number, step: UndoStep, reason: string) {
  const { ctx, trx, board, meeting } = office
  const stage = board.mode.stages.find((each) => each.id === step.id)!
  const cases = board.cases.filter((one) => step.caseIds.includes(one.id))
  const kept =
    stage.primitive === 'report'
      ? await recallReport(ctx, trx, meeting, cases, reason)
      : await clearStep({ ctx, trx, board, meeting }, stage, cases, reason)
  await trx
    .from('meeting_undos')
    .where('id', id)
    .update({ kept: JSON.stringify(kept) })
  await audit(ctx, { action: 'meeting.undone', objectType: 'meeting', objectId: meeting.id }, trx)
}

function stepOf(board: Board, { stage, caseIds }: UndoInput): UndoStep {
  const all = undoSteps(board).find((each) => each.id === stage)
  if (!all) throw new Refusal('undo', '这一环节没有可以回退的内容。')
  if (all.wholeBallot || all.id === board.mode.stages.at(-1)!.id || !caseIds?.length) {
    if (all.after) throw new Refusal('order', `须由下向上回退：请先回退“${all.after}”。`)
    return all
  }
  for (const id of caseIds) {
    const own = undoSteps(board, id).find((each) => each.id === stage)
    if (!own?.caseIds.includes(id)) throw new NotFound('所选人员在这一环节没有可以回退的内容。')
    if (own.after) throw new Refusal('order', `须由下向上回退：请先回退“${own.after}”。`)
  }
  return { ...all, caseIds }
}

async function locked<T>(
  ctx: ActorContext,
  meetingId: number,
  work: (trx: TransactionClientContract, meeting: Meeting, board: Board) => Promise<T>
): Promise<T> {
  await officeMeeting(ctx, meetingId)
  return db.transaction(async (trx) => {
    await trx.from('meetings').where('id', meetingId).select('id').forUpdate().first()
    const { meeting, board } = await loadBoard(meetingId, trx)
    if (meeting.status !== 'in_session' && meeting.status !== 'reported')
      throw new Refusal('meeting', '评审会议尚未开始或已经关闭，不能回退。')
    return work(trx, meeting, board)
  })
}
