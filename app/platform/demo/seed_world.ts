import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import startApplication from '#applications/actions/start_application'
import openBatch from '#batches/actions/open_batch'
import { addIssuingCode } from '#catalogue/actions/issuing_codes'
import { addReceiver } from '#catalogue/actions/receiving_bodies'
import createCommittee from '#committees/actions/create_committee'
import activate from '#identity/actions/activate'
import findOrCreatePerson from '#identity/actions/find_or_create_person'
import openAccount, { type OpenAccountInput } from '#identity/actions/open_account'
import createOrganization from '#organizations/actions/create_organization'
import {
  approveAll,
  approveOnce,
  as,
  fillApplication,
  returnOnce,
  submitFilled,
} from '#platform/demo/drive'
import { plausibleAnswers } from '#platform/demo/answer_questions'
import { demoNow, earlier } from '#platform/demo/clock'
import { inventedPerson } from '#platform/demo/invented_person'
import seedHistory, { HISTORY, type HistoryStage } from '#platform/demo/seed_history'
import seedMeeting, { seedPool } from '#platform/demo/seed_meeting'
import type { DemoApplicant, DemoWorld } from '#province/demo_world'
import { provinceOf } from '#province/registry'
import { systemContext, type ActorContext } from '#web/actor'

// numbers of invented people that those for load work do not reach
const FORMER = 8_999_000
const HISTORY_DAYS_AGO = 45

/** Plays a province's demo with the real actions. Does nothing where the demo already stands. */
export default async function seedWorld(
  world: DemoWorld,
  { withHistory = false } = {}
): Promise<boolean> {
  if (await db.from('organizations').first()) return false
  const ctx = systemContext('演示数据')
  const organizations = new Map<string, number>()
  for (const each of world.organizations) {
    const created = await createOrganization(ctx, {
      code: each.code,
      name: each.name,
      kind: each.kind,
      parentId: each.parent ? organizations.get(each.parent)! : null,
      regionCode: each.region,
      isFinal: each.isFinal,
      printedName: each.printedName,
      attributes: each.attributes,
    })
    organizations.set(each.code, created.id)
    if (each.issuerCode)
      await addIssuingCode(ctx, { organizationId: created.id, code: each.issuerCode })
  }
  if (world.links.length > 0)
    await db.table('path_links').multiInsert(
      world.links.map(({ pathSet, lower, upper }) => ({
        path_set: pathSet,
        lower_id: organizations.get(lower),
        upper_id: organizations.get(upper),
        status: 'confirmed',
        created_at: new Date(),
      }))
    )
  for (const { organization, ...receiver } of world.receivers ?? [])
    await addReceiver(ctx, { ...receiver, organizationId: organizations.get(organization)! })
  const committees = await seedCommittees(ctx, world, organizations)
  await seedStaff(ctx, world, organizations, committees)
  const batch = await openBatch(ctx, {
    year: world.year,
    name: `${world.year} 年度职称申报`,
    opensOn: `${world.year}-01-01`,
    closesOn: `${world.year}-12-31`,
  })
  const place: Place = { batchId: batch.id, year: batch.year, organizations, committees }
  const call = {
    committeeId: committees.get(world.meeting.committee)!,
    batchId: batch.id,
    experts: await seedPool(ctx, world, committees),
  }
  if (withHistory) {
    const people = await earlier(HISTORY_DAYS_AGO, () => seedFormerApplicants(world, place))
    const meetingId = await earlier(HISTORY_DAYS_AGO, () =>
      seedMeeting(systemContext('演示数据', demoNow), world, {
        ...call,
        name: `${world.year}年度第一次评审会议（已结束）`,
      })
    )
    await seedHistory(meetingId, people)
  }
  for (const applicant of world.applicants) await seedApplicant(ctx, applicant, place)
  await seedMeeting(ctx, world, { ...call, name: world.meeting.name })
  for (const { title, body } of world.notices)
    await db.table('notices').insert({ title, body, published_at: new Date() })
  return true
}

async function seedCommittees(
  ctx: ActorContext,
  world: DemoWorld,
  organizations: Map<string, number>
) {
  const committees = new Map<string, number>()
  for (const each of world.committees) {
    const committee = await createCommittee(ctx, {
      code: each.code,
      name: each.name,
      level: each.level,
      series: each.series,
      specialties: each.specialties,
      organizationId: organizations.get(each.organization)!,
      officeId: each.office ? organizations.get(each.office)! : null,
      size: each.size,
      validFrom: `${world.year}-01-01`,
    })
    committees.set(each.code, committee.id)
  }
  return committees
}

async function seedStaff(
  ctx: ActorContext,
  world: DemoWorld,
  organizations: Map<string, number>,
  committees: Map<string, number>
) {
  for (const each of world.staff)
    await openActive(ctx, {
      login: each.login,
      kind: each.committee ? 'committee' : 'staff',
      name: each.name,
      roles: each.roles,
      organizationId: organizations.get(each.organization),
      committeeId: each.committee ? committees.get(each.committee) : null,
    })
  const { name } = provinceOf(ctx.tenant.province)
  // three administrators who check each other
  for (const [login, label, role] of [
    ['admin', '平台管理员', 'tenant_admin'],
    ['security', '安全管理员', 'security_admin'],
    ['auditor', '审计管理员', 'audit_admin'],
  ])
    await openActive(ctx, { login, kind: 'tenant_admin', name: `${name}${label}`, roles: [role] })
}

/** Opens and activates an account with a password nobody knows; the demo signs in by its personas page. */
async function openActive(ctx: ActorContext, input: OpenAccountInput) {
  // the secret is used at once, also where the story plays in earlier days
  const { secret } = await openAccount({ ...ctx, now: () => DateTime.utc() }, input)
  // in short groups, so that chance never makes four equal characters in a row
  const groups = randomBytes(12)
    .toString('base64url')
    .match(/.{1,3}/g)!
  const password = `Zc-${groups.join('.')}-9`
  return activate({ login: input.login, secret, password })
}

interface Place {
  batchId: number
  year: number
  organizations: Map<string, number>
  committees: Map<string, number>
}

/** One invented person for each stage after the meeting, applying as the one who waits for the present meeting. */
async function seedFormerApplicants(world: DemoWorld, place: Place) {
  const ctx = systemContext('演示数据', demoNow)
  const pattern = world.applicants.find(({ until }) => until === 'qualified')!
  const people = new Map<HistoryStage, number>()
  for (const [index, stage] of HISTORY.entries()) {
    const { name, idNumber, phone } = inventedPerson(
      FORMER + index,
      provinceOf(ctx.tenant.province).divisionCode
    )
    const login = `former-${stage.replaceAll('_', '-')}`
    people.set(
      stage,
      await seedApplicant(ctx, { ...pattern, name, idNumber, phone, login, sections: {} }, place)
    )
  }
  return people
}

async function seedApplicant(ctx: ActorContext, applicant: DemoApplicant, place: Place) {
  const { batchId, year, organizations, committees } = place
  const person = await findOrCreatePerson(ctx, applicant)
  const account = await openActive(ctx, {
    login: applicant.login,
    kind: 'applicant',
    name: person.name,
    roles: ['applicant'],
    personId: person.id,
    organizationId: organizations.get(applicant.organization),
    year,
  })
  const self = await as(account)
  const { committee, acquisition = 'review', ...target } = applicant.target
  const acquisitions = await firstAcquisition(acquisition, ctx)
  const application = await startApplication(self, {
    ...target,
    precheck: plausibleAnswers(provinceOf(ctx.tenant.province).ruleset, {
      ...target,
      acquisition: acquisitions,
    }),
    batchId,
    acquisition: acquisitions,
    committeeId: committee ? committees.get(committee) : null,
  })
  if (applicant.until === 'draft') return application.id
  await fillApplication(self, application)
  await submitFilled(self, application)
  if (applicant.until === 'in_approval') await approveOnceIfFar(application.id)
  if (applicant.until === 'returned') await returnOnce(application.id)
  if (applicant.until === 'qualified') await approveAll(application.id)
  return application.id
}

/** The acquisition named, or the province's first. */
async function firstAcquisition(wanted: string, ctx: ActorContext) {
  const { acquisitions } = provinceOf(ctx.tenant.province).ruleset.application
  return (acquisitions.find(({ value }) => value === wanted) ?? acquisitions[0]).value
}

/** A case under way stands at the second step of a long path, so that both desks show something. */
async function approveOnceIfFar(id: number) {
  const { route } = await db.from('applications').where('id', id).select('route').firstOrFail()
  const steps: unknown[] = typeof route === 'string' ? JSON.parse(route) : route
  if (steps.length > 5) await approveOnce(id)
}
