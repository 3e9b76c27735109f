import db from '@adonisjs/lucid/services/db'
import type Meeting from '#evaluations/models/meeting'
import type { ActorContext } from '#web/actor'
import { stamp } from '#web/stamp'

/**
 * Enters what can be seen of interests (R34): a member who takes part himself, or is of a participant's unit. A committee
 * of the unit itself has nobody else, so there only the first counts. Answers how many were found.
 */
export async function detectAvoidances(ctx: ActorContext, meeting: Meeting): Promise<number> {
  const { organization_id: own } = await db
    .from('committees')
    .where('id', meeting.committeeId)
    .select('organization_id')
    .firstOrFail()
  const cases = await db
    .from('meeting_cases as k')
    .join('applications as a', 'a.id', 'k.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .where('k.meeting_id', meeting.id)
    .select('a.id', 'a.person_id', 'a.organization_id', 'o.name')
  const members = await db
    .from('meeting_members as m')
    .join('experts as e', 'e.id', 'm.expert_id')
    .where({ 'm.meeting_id': meeting.id, 'm.status': 'active' })
    .select('m.id', 'e.person_id', 'e.organization_id', 'e.unit_name')
  const found = members.flatMap((member) =>
    cases.flatMap((one) => {
      const self = member.person_id === one.person_id
      const colleague =
        one.organization_id !== own &&
        (member.organization_id === one.organization_id || member.unit_name === one.name)
      if (!self && !colleague) return []
      return {
        meeting_id: meeting.id,
        member_id: member.id,
        application_id: one.id,
        kind: self ? 'other' : 'same_unit',
        reason: self ? '系统核对：评委即参评人员本人' : '系统核对：与参评人员同单位',
        created_at: stamp(ctx),
      }
    })
  )
  if (found.length > 0)
    await db
      .insertQuery()
      .table('avoidances')
      .knexQuery.insert(found)
      .onConflict(['member_id', 'application_id'])
      .ignore()
  return found.length
}
