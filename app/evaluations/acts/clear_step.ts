import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { changeCase, changeCases, stamp } from '#evaluations/acts/act'
import { scoreOf } from '#evaluations/acts/judge'
import { groupIdOf, type Board, type BoardCase } from '#evaluations/board'
import type Meeting from '#evaluations/models/meeting'
import apply from '#lifecycle/apply'
import { leadsToSecretVote } from '#evaluations/undo'
import type { ReviewStage } from '#province/ruleset'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

interface Work {
  ctx: ActorContext
  trx: TransactionClientContract
  board: Board
  meeting: Meeting
}

/** Takes away what a stage holds on these cases; answers what of it may be kept to be read later. */
export async function clearStep(
  work: Work,
  stage: ReviewStage,
  cases: BoardCase[],
  reason: string
): Promise<unknown> {
  const { trx } = work
  const ids = cases.map(({ id }) => id)
  const change = (changes: Record<string, unknown>) => changeCases(trx, ids, changes)
  switch (stage.primitive) {
    case 'vote':
      return stage.ballot === 'secret'
        ? voidBallot(work, stage, reason)
        : taken(trx, 'advices', stage, ids)
    case 'provisional_vote': {
      const kept = await taken(trx, 'advices', stage, ids)
      return leadsToSecretVote(work.board.mode, stage) ? { votes: kept.length } : kept
    }
    case 'recheck':
    case 'opinion':
      return taken(trx, 'expert_opinions', stage, ids)
    case 'score': {
      const kept = await taken(trx, 'scores', stage, ids)
      for (const one of cases)
        await changeCase(trx, one.id, {
          score: await scoreOf(work, one),
          progress: JSON.stringify(without(one, stage)),
        })
      return kept
    }
    case 'confirm':
      if (stage.per === 'scope') return closeState(work, stage, [0])
      for (const one of cases)
        await changeCase(trx, one.id, { progress: JSON.stringify(without(one, stage)) })
      return taken(trx, 'expert_opinions', stage, ids)
    case 'open_voting':
      return closeState(work, stage, [...new Set(cases.map((one) => groupIdOf(stage, one)))])
    case 'deliberate': {
      const kept = await trx
        .from('meeting_cases')
        .whereIn('id', ids)
        .select('id', 'group_outcome', 'group_opinion', 'group_tally')
      await change({ group_outcome: null, group_opinion: null, group_tally: null })
      return kept
    }
    case 'questions': {
      const kept = await trx.from('meeting_cases').whereIn('id', ids).select('id', 'questions')
      await change({ questions: null })
      return kept
    }
    case 'assign': {
      const kept = cases.map(({ id, leadId, secondId }) => ({ id, leadId, secondId }))
      await change({ lead_id: null, second_id: null })
      return kept
    }
    default:
      throw new Refusal('undo', `“${stage.label}”不能回退，可以直接重新办理。`)
  }
}

const without = ({ progress }: BoardCase, stage: ReviewStage) =>
  Object.fromEntries(Object.entries(progress).filter(([id]) => id !== stage.id))

/** Rows of a stage that name their members: kept in the record of the step taken back, then deleted. */
async function taken(
  trx: TransactionClientContract,
  table: string,
  stage: ReviewStage,
  ids: number[]
) {
  const rows = () => trx.from(table).whereIn('case_id', ids).where('stage', stage.id)
  const kept = await rows().select('*')
  await rows().delete()
  return kept
}

async function closeState({ trx, meeting }: Work, stage: ReviewStage, groupIds: number[]) {
  await trx
    .from('stage_states')
    .where({ meeting_id: meeting.id, stage: stage.id })
    .whereIn('group_id', groupIds)
    .delete()
  return { groupIds }
}

/**
 * The ballot as a whole: its papers are destroyed, its roll and switch open for the next round. A vote cut off early may
 * have so few of them that, beside who took part, they would tell who chose what.
 */
async function voidBallot({ ctx, trx, board, meeting }: Work, stage: ReviewStage, reason: string) {
  const ballot = await trx
    .from('ballots')
    .where({ meeting_id: meeting.id, stage: stage.id })
    .whereNot('status', 'void')
    .firstOrFail()
  await trx
    .from('ballots')
    .where('id', ballot.id)
    .update({ status: 'void', void_reason: reason, voided_at: stamp(ctx) })
  await trx.from('ballot_papers').where('ballot_id', ballot.id).delete()
  const opening = board.mode.stages
    .slice(0, board.mode.stages.indexOf(stage))
    .findLast(({ primitive, scope }) => primitive === 'open_voting' && scope === stage.scope)!
  await trx
    .from('stage_states')
    .where('meeting_id', meeting.id)
    .whereIn('stage', [stage.id, opening.id])
    .delete()
  await trx
    .from('meeting_cases')
    .where('meeting_id', meeting.id)
    .update({ plenary_tally: null, plenary_outcome: null })
  return { round: ballot.round, roll: ballot.roll }
}

/** Results come back while no body has gone on with them; members get their accounts again. */
export async function recallReport(
  ctx: ActorContext,
  trx: TransactionClientContract,
  meeting: Meeting,
  cases: BoardCase[],
  reason: string
) {
  const applications = cases.map(({ applicationId }) => applicationId)
  const gone = await trx
    .from('applications')
    .whereIn('id', applications)
    .whereNot('stage', 'reported')
    .count('* as count')
  if (Number(gone[0].count) > 0)
    throw new Refusal(
      'published',
      `已有 ${gone[0].count} 人的评审结果进入公示或后续办理，不能再撤回上报。`
    )
  for (const applicationId of applications)
    await apply(ctx, {
      trx,
      applicationId,
      command: { type: 'recall_report', reason },
      alongside: (inner, application) => undoes(inner, application, 'report'),
    })
  await trx
    .from('meetings')
    .where('id', meeting.id)
    .update({ status: 'in_session', version: meeting.version + 1 })
  await trx
    .from('accounts')
    .where({ meeting_id: meeting.id, kind: 'expert', status: 'disabled' })
    .update({ status: trx.raw("if(password is null, 'pending', 'active')") })
  return { cases: applications.length }
}

/** The newest event of a type no longer stands: the command now written is its inverse. */
export async function undoes(
  trx: TransactionClientContract,
  application: { id: number; eventCount: number },
  type: string
) {
  const last = await trx
    .from('application_events')
    .where({ application_id: application.id, type })
    .whereNull('undone_by')
    .orderBy('sequence', 'desc')
    .first()
  if (last)
    await trx
      .from('application_events')
      .where({ application_id: application.id, sequence: last.sequence })
      .update({ undone_by: application.eventCount + 1 })
}
