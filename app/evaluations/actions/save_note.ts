import db from '@adonisjs/lucid/services/db'
import { stamp } from '#evaluations/acts/act'
import { loadBoard } from '#evaluations/queries/load_board'
import { mayRead } from '#evaluations/roles'
import { openValue, sealValue } from '#tenancy/crypto'
import type { ActorContext } from '#web/actor'
import { NotFound } from '#web/refusal'

const COLUMN = 'case_notes.text'
const rowOf = (caseId: number, memberId: number) => `${caseId}|${memberId}`

/** A member's private note on a case; an empty one is forgotten. Nobody else reads it. */
export async function saveNote(
  ctx: ActorContext,
  meetingId: number,
  input: { caseId: number; text: string | null }
) {
  const { meeting, board } = await loadBoard(meetingId, db, { cases: [input.caseId] })
  const member = board.members.find(
    ({ accountId }) => accountId !== null && accountId === ctx.actor.accountId
  )
  const one = board.cases[0]
  if (!member || !one || meeting.status !== 'in_session' || !mayRead(board, member, one))
    throw new NotFound()
  const key = { case_id: one.id, member_id: member.id }
  if (!input.text) return void (await db.from('case_notes').where(key).delete())
  await db
    .insertQuery()
    .table('case_notes')
    .knexQuery.insert({
      ...key,
      text_sealed: sealValue(COLUMN, rowOf(one.id, member.id), input.text),
      saved_at: stamp(ctx),
    })
    .onConflict(['case_id', 'member_id'])
    .merge()
}

export async function noteOf(caseId: number, memberId: number): Promise<string> {
  const row = await db
    .from('case_notes')
    .where({ case_id: caseId, member_id: memberId })
    .select('text_sealed')
    .first()
  return row ? openValue(COLUMN, rowOf(caseId, memberId), row.text_sealed) : ''
}
