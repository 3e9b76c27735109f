import db from '@adonisjs/lucid/services/db'
import { avoids, type Board, type BoardCase } from '#evaluations/board'
import type { ReviewStage } from '#province/ruleset'

/** The named votes of a group on a case, for its leader (HN-08); a secret vote has no such list. */
export async function votesOn(board: Board, stage: ReviewStage, one: BoardCase) {
  const vote = board.mode.stages
    .slice(0, board.mode.stages.indexOf(stage))
    .findLast(({ primitive, ballot }) => primitive === 'vote' && ballot === 'named')
  if (!vote) return []
  const names = new Map(board.members.map(({ id, name }) => [id, name]))
  const rows = await db
    .from('advices')
    .where({ case_id: one.id, stage: vote.id, is_final: true })
    .orderBy('member_id')
    .select('member_id', 'choice', 'opinion')
  return rows
    .filter((row) => !avoids(board, Number(row.member_id), one))
    .map((row) => ({
      name: names.get(Number(row.member_id)) ?? '',
      choice: row.choice as string,
      opinion: row.opinion as string | null,
    }))
}
