import db from '@adonisjs/lucid/services/db'
import type StoredFile from '#files/models/stored_file'
import type { Actor } from '#web/actor'

/** The owner; the bodies on the way of the application; the members of the meeting that evaluates it. */
export async function mayRead(actor: Actor, file: StoredFile): Promise<boolean> {
  if (file.ownerAccountId !== null && file.ownerAccountId === actor.accountId) return true
  if (!file.applicationId) return false
  const application = await db
    .from('applications')
    .where('id', file.applicationId)
    .select('account_id', 'organization_id', 'route', 'stage', 'meeting_id', 'committee_id')
    .first()
  if (!application) return false
  if (application.account_id === actor.accountId) return true
  if (application.stage === 'draft') return false
  if (actor.committeeId && actor.committeeId === application.committee_id) return true
  // an applicant belongs to his unit too; only who reviews for a body reads what lies with it
  if (actor.organizationId && actor.abilities.has('applications.read')) {
    if (application.organization_id === actor.organizationId) return true
    const route: { organizationId: number }[] =
      typeof application.route === 'string' ? JSON.parse(application.route) : application.route
    if (route.some(({ organizationId }) => organizationId === actor.organizationId)) return true
  }
  return actor.expertId !== null && application.meeting_id !== null
    ? memberWithoutAvoidance(actor, file.applicationId, application.meeting_id)
    : false
}

/** An expert who has to avoid a case loses its files too (R34). */
async function memberWithoutAvoidance(actor: Actor, applicationId: number, meetingId: number) {
  const member = await db
    .from('meeting_members')
    .where({ meeting_id: meetingId, account_id: actor.accountId, status: 'active' })
    .select('id')
    .first()
  if (!member) return false
  const avoidance = await db
    .from('avoidances')
    .where({ member_id: member.id, application_id: applicationId })
    .first()
  return avoidance === null
}
