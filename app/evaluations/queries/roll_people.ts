import db from '@adonisjs/lucid/services/db'
import { membersOf, stateKey, type Board } from '#evaluations/board'
import type { ReviewStage } from '#province/ruleset'

/** Who may be put on the roll, as HB-77 lists them; numbers of persons masked. */
export async function rollPeople(board: Board, stage: ReviewStage) {
  const members = membersOf(board, stage, 0)
  const rows = members.length
    ? await db
        .from('experts as e')
        .join('people as p', 'p.id', 'e.person_id')
        .whereIn(
          'e.id',
          members.map(({ expertId }) => expertId)
        )
        .select('e.id', 'e.unit_name', 'e.title_name', 'p.id_number_masked', 'p.phone_masked')
    : []
  const experts = new Map(rows.map((row) => [Number(row.id), row]))
  const groups = new Map(board.groups.map(({ id, name }) => [id, name]))
  const fixed = board.states.get(stateKey(stage.id, 0))?.detail.members as number[] | undefined
  return members.map((member) => {
    const expert = experts.get(member.expertId)
    return {
      id: member.id,
      name: member.name,
      office: member.office,
      idType: '居民身份证',
      idNumber: (expert?.id_number_masked ?? '') as string,
      phone: (expert?.phone_masked ?? '') as string,
      unit: (expert?.unit_name ?? '') as string,
      title: (expert?.title_name ?? '') as string,
      group: member.groupId ? (groups.get(member.groupId) ?? null) : null,
      onRoll: fixed ? fixed.includes(member.id) : true,
    }
  })
}
