import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import { closeIfComplete, mayBeComplete } from '#evaluations/acts/ballot'
import { loadBoard } from '#evaluations/queries/load_board'
import { defineJob } from '#jobs/define_job'

/** A ballot whose last paper came in while the server died is counted after all; nobody has to press anything. */
export default defineJob({
  kind: 'evaluations.count',
  label: '全体已投完的投票计票',
  everyMinutes: 1,
  async handle({ ctx, progress }) {
    const open = await db
      .from('ballots')
      .where('status', 'open')
      .orderBy('id')
      .select('meeting_id', 'stage')
    let counted = 0
    for (const [index, row] of open.entries()) {
      const meetingId = Number(row.meeting_id)
      if (await mayBeComplete({ meetingId, stage: row.stage }))
        await db.transaction(async (trx) => {
          await trx.from('meetings').where('id', meetingId).select('id').forUpdate().first()
          const { meeting, board } = await loadBoard(meetingId, trx)
          const stage = board.mode.stages.find(({ id }) => id === row.stage)!
          const { ruleset: rules } = await rulesetById(meeting.rulesetId)
          const about = { ctx, trx, meeting, board, stage, rules, member: null, groupId: 0 }
          if (await closeIfComplete(about)) counted++
        })
      await progress(index + 1, { total: open.length })
    }
    return { message: counted > 0 ? `已对 ${counted} 次投票计票` : '没有待计票的投票' }
  },
})
