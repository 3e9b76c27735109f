import db from '@adonisjs/lucid/services/db'
import { sheetOf } from '#evaluations/acts/judge'
import { avoids, type Board, type BoardCase } from '#evaluations/board'
import type Meeting from '#evaluations/models/meeting'

/** The points given on a case item by item, for those who sign them (HB-70…72). */
export async function pointsOn(meeting: Meeting, board: Board, one: BoardCase) {
  const names = new Map(board.members.map(({ id, name }) => [id, name]))
  const rows = await db.from('scores').where('case_id', one.id).orderBy('id')
  const given = []
  for (const stage of board.mode.stages.filter(({ primitive }) => primitive === 'score')) {
    const sheet = await sheetOf({ trx: db as never, stage, meeting })
    for (const row of rows.filter((each) => each.stage === stage.id)) {
      if (avoids(board, Number(row.member_id), one)) continue
      if (stage.scoredBy === 'lead' && Number(row.member_id) !== one.leadId) continue
      const items: Record<string, number> =
        typeof row.items === 'string' ? JSON.parse(row.items) : row.items
      given.push({
        key: `${stage.id}|${row.member_id}`,
        stage: stage.label,
        member: names.get(Number(row.member_id)) ?? '',
        items: sheet.map(({ id, label, max }) => ({ label, max, points: items[id] ?? 0 })),
        total: (Number(row.total) / 100).toFixed(2),
      })
    }
  }
  return given
}
