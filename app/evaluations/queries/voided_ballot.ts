import db from '@adonisjs/lucid/services/db'
import type { Board } from '#evaluations/board'
import type { ReviewStage } from '#province/ruleset'
import { sentence } from '#web/sentence'

/** What members read whose papers went with a ballot declared void, until its next round is counted (HU-71). */
export async function voidedBallot(meetingId: number, board: Board, stage: ReviewStage) {
  if (stage.scope !== 'plenary' || !['open_voting', 'vote'].includes(stage.primitive)) return null
  const [newest, before] = await db
    .from('ballots')
    .where('meeting_id', meetingId)
    .whereIn(
      'stage',
      board.mode.stages.filter(({ ballot }) => ballot === 'secret').map(({ id }) => id)
    )
    .orderBy('id', 'desc')
    .limit(2)
  if (newest?.status === 'void')
    return `第 ${newest.round} 轮投票已作废：${sentence(newest.void_reason)}重新开启投票后，请再次投票。`
  if (newest?.status === 'open' && before?.status === 'void')
    return `第 ${before.round} 轮投票已作废：${sentence(before.void_reason)}现在是第 ${newest.round} 轮，请重新投票。`
  return null
}
