import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { undoes } from '#evaluations/acts/clear_step'
import { officeMeeting } from '#evaluations/actions/meetings'
import { loadBoard } from '#evaluations/queries/load_board'
import { undoSteps } from '#evaluations/undo'
import apply from '#lifecycle/apply'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

/**
 * A case leaves the meeting and is qualified again: the last step back of HU-71, after which its qualification can be
 * reviewed anew. Everything said about it must have been taken back before.
 */
export async function removeCase(
  ctx: ActorContext,
  meetingId: number,
  input: { caseId: number; reason: string }
) {
  await officeMeeting(ctx, meetingId)
  await db.transaction(async (trx) => {
    await trx.from('meetings').where('id', meetingId).select('id').forUpdate().first()
    const { meeting, board } = await loadBoard(meetingId, trx)
    if (meeting.status !== 'preparing' && meeting.status !== 'in_session')
      throw new Refusal('meeting', '评审会议已经结束。')
    const one = board.cases.find(({ id }) => id === input.caseId)
    if (!one) throw new NotFound('没有这位参评人员。')
    const [newest] = undoSteps(board, one.id)
    if (newest) throw new Refusal('order', `须由下向上回退：请先回退“${newest.label}”。`)
    await apply(ctx, {
      trx,
      applicationId: one.applicationId,
      command: { type: 'leave_evaluation', reason: input.reason },
      alongside: (inner, application) => undoes(inner, application, 'enter_evaluation'),
    })
    // what is left of it: who took part in void ballots, notes, avoidances
    for (const table of [
      'ballot_participations',
      'case_notes',
      'scores',
      'advices',
      'expert_opinions',
    ])
      await trx.from(table).where('case_id', one.id).delete()
    await trx
      .from('avoidances')
      .where({ meeting_id: meetingId, application_id: one.applicationId })
      .delete()
    await trx.from('meeting_cases').where('id', one.id).delete()
    await audit(
      ctx,
      { action: 'meeting.case_removed', objectType: 'meeting', objectId: meetingId },
      trx
    )
  })
}
