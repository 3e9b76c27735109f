import db from '@adonisjs/lucid/services/db'
import { membersOf, stateKey, type Board } from '#evaluations/board'
import { LEVEL_LABELS } from '#province/facts'
import type { ReviewStage } from '#province/ruleset'

/** Members of a scope as the lists of HN-04 and HB-77 show them; numbers of persons masked. */
export async function memberPeople(board: Board, stage: ReviewStage, groupId: number) {
  const members = membersOf(board, stage, groupId)
  const rows = members.length
    ? await db
        .from('experts as e')
        .join('people as p', 'p.id', 'e.person_id')
        .whereIn(
          'e.id',
          members.map(({ expertId }) => expertId)
        )
        .select('e.*', 'p.id_number_masked', 'p.phone_masked')
    : []
  const experts = new Map(rows.map((row) => [Number(row.id), row]))
  const groups = new Map(board.groups.map(({ id, name }) => [id, name]))
  const fixed = board.states.get(stateKey(stage.id, 0))?.detail.members as number[] | undefined
  return members.map((member) => {
    const expert = experts.get(member.expertId) ?? {}
    return {
      id: member.id,
      name: member.name,
      office: member.office,
      isLeader: member.isLeader,
      idType: '居民身份证',
      idNumber: (expert.id_number_masked ?? '') as string,
      phone: (expert.phone_masked ?? '') as string,
      sex: (expert.sex ?? '') as string,
      unit: (expert.unit_name ?? '') as string,
      title: (expert.title_name ?? '') as string,
      level: LEVEL_LABELS[expert.title_level as keyof typeof LEVEL_LABELS] ?? '',
      specialty: (expert.specialty_name ?? '') as string,
      group: member.groupId ? (groups.get(member.groupId) ?? null) : null,
      onRoll: fixed ? fixed.includes(member.id) : true,
      /** cases he leads or seconds, so that work is spread evenly */
      load: board.cases.filter(({ leadId, secondId }) => [leadId, secondId].includes(member.id))
        .length,
    }
  })
}
export type MemberPerson = Awaited<ReturnType<typeof memberPeople>>[number]
