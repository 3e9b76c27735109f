import db from '@adonisjs/lucid/services/db'
import type StoredFile from '#files/models/stored_file'
import type { Actor } from '#web/actor'

/** The owner; the bodies on the way of the application; the members of the meeting that evaluates it. */
export async function mayRead(actor: Actor, file: StoredFile): Promise<boolean> {
  if (file.ownerAccountId !== null && file.ownerAccountId === actor.accountId) return true
  if (file.purpose === 'plan') return mayReadPlan(actor, file.id)
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

/** The attachment of a plan goes with it: to the office that wrote it, the body that reviews it, those who look plans up. */
async function mayReadPlan(actor: Actor, fileId: number): Promise<boolean> {
  const plan = await db
    .from('plans as p')
    .join('meetings as g', 'g.id', 'p.meeting_id')
    .join('committees as c', 'c.id', 'g.committee_id')
    .join('organizations as o', 'o.id', 'c.organization_id')
    .where('p.file_id', fileId)
    .select('p.reviewer_id', 'c.id', 'c.organization_id', 'c.office_id', 'o.tree')
    .first()
  if (!plan) return false
  if (actor.committeeId !== null) return actor.committeeId === plan.id
  const own = actor.organizationId
  if (actor.can('plans.read'))
    if (actor.kind === 'tenant_admin' || plan.tree.includes(`/${own}/`)) return true
  if (own === null) return false
  if (actor.can('plans.review') && plan.reviewer_id === own) return true
  return actor.can('plans.manage') && (plan.organization_id === own || plan.office_id === own)
}
