import type { Board, BoardMember } from '#evaluations/board'
import type Meeting from '#evaluations/models/meeting'
import { stageColumns } from '#evaluations/queries/stage_export'
import { stageRows } from '#evaluations/queries/stage_rows'
import type { ReviewStage } from '#province/ruleset'

/** The cells of a stage's exported list. */
export async function stageExportOf(
  meeting: Meeting,
  board: Board,
  stage: ReviewStage,
  member: BoardMember
) {
  const rows = await stageRows(meeting, board, stage, member, board.cases)
  return rows.map((row, index) => stageColumns(stage).map(({ value }) => value(row, index)))
}
