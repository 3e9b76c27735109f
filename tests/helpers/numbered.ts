import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import Account from '#identity/models/account'
import apply from '#lifecycle/apply'
import type { Command } from '#lifecycle/commands'
import { approveAll, as } from '#platform/demo/drive'
import seedApplications from '#platform/demo/seed_applications'
import { storeBytes } from '#files/store_file'
import { samplePdf } from '#platform/demo/sample_pdf'
import { bodyWith, settleRoles } from '#results/roles'
import { systemContext, type ActorContext } from '#web/actor'

const TALLY = { roll: 9, cast: 9, yes: 8, no: 1, abstain: 0 }

/** Invented applications that may have their certificate, each led there by the lifecycle's own commands. */
export async function numberedApplications(count: number): Promise<Application[]> {
  const made: Application[] = []
  for (const { id } of await freshApplications(count)) {
    const { rulesetId } = await approveAll(id)
    const { ruleset } = await rulesetById(rulesetId)
    const number = `T${String(id).padStart(8, '0')}`
    const commands: Command[] = [
      { type: 'enter_evaluation', meetingId: await demoMeeting() },
      { type: 'report', outcome: 'passed', tally: TALLY, remark: '' },
      { type: 'open_publicity', publicityId: 1, startsOn: '2026-01-05', endsOn: '2026-01-12' },
      { type: 'close_publicity', today: '2026-01-13' },
      ...(ruleset.results.filing.required
        ? [
            {
              type: 'file',
              filingId: await filing(),
              number: '备〔2026〕1 号',
              date: '2026-01-20',
            } as Command,
          ]
        : []),
      { type: 'number', certificateNumber: number },
      ...(ruleset.documents.required
        ? [
            {
              type: 'document',
              documentId: await document(),
              documentNumber: '文〔2026〕1 号',
            } as Command,
          ]
        : []),
    ]
    for (const command of commands) {
      await apply(systemContext(), { applicationId: id, command })
      if (command.type === 'report') await settleRoles()
    }
    made.push(await Application.findOrFail(id))
  }
  return made
}

/** The same without their history, for crowds. */
export async function crowdOfNumbered(count: number): Promise<number[]> {
  const ids = await crowdOfPassed(count)
  const { rulesetId } = await Application.findOrFail(ids[0])
  const { ruleset } = await rulesetById(rulesetId)
  await db
    .from('applications')
    .whereIn('id', ids)
    .update({
      stage: ruleset.documents.required ? 'documented' : 'numbered',
      document_id: ruleset.documents.required ? await document() : null,
      certificate_number: db.raw("concat('T', lpad(id, 8, '0'))"),
    })
  return ids
}

/** A crowd whose certificates have no number yet. */
export async function crowdOfPassed(count: number): Promise<number[]> {
  const ids = (await freshApplications(count)).map(({ id }) => id)
  const first = await Application.findOrFail(ids[0])
  const { ruleset } = await rulesetById(first.rulesetId)
  await db.from('application_events').whereIn('application_id', ids).delete()
  await db.from('work_items').whereIn('application_id', ids).update({ status: 'done' })
  const rows = () => db.from('applications').whereIn('id', ids)
  await rows().update({ stage: 'reported', outcome: 'passed', meeting_id: await demoMeeting() })
  await settleRoles()
  await rows().update({
    stage: ruleset.results.filing.required ? 'filed' : 'passed',
    filing_id: ruleset.results.filing.required ? await filing() : null,
    tally: JSON.stringify(TALLY),
    event_count: 0,
  })
  return ids
}

/** Who makes the certificate of an application in its province. */
export async function generatorOf(application: Application): Promise<ActorContext> {
  const body = await bodyWith('generator', application.id)
  const accounts = await Account.query().where('organizationId', body!.id).orderBy('id')
  for (const account of accounts) {
    const ctx = await as(account)
    if (ctx.actor.can('certificates.generate')) return ctx
  }
  throw new Error(`nobody of ${body!.name} makes certificates`)
}

async function freshApplications(count: number): Promise<{ id: number }[]> {
  const last = await db.from('applications').max('id as id').first()
  const fresh = () =>
    db
      .from('applications')
      .where('id', '>', Number(last.id))
      .where('stage', 'in_approval')
      .orderBy('id')
      .limit(count)
      .select('id')
  for (let found = await fresh(), round = 0; ; found = await fresh(), round++) {
    if (found.length >= count) return found
    if (round === 20) throw new Error('the world has nobody under way to copy')
    await seedApplications(Math.max(10, (count - found.length) * 2), () => {})
  }
}

async function demoMeeting(): Promise<number> {
  const { id } = await db.from('meetings').orderBy('id').firstOrFail()
  return Number(id)
}

async function filing(): Promise<number> {
  const known = await db.from('filings').first()
  if (known) return Number(known.id)
  const { id } = await db.from('organizations').orderBy('id').firstOrFail()
  const [made] = await db.table('filings').insert({
    meeting_id: await demoMeeting(),
    organization_id: id,
    reviewer_id: id,
    status: 'approved',
    number: '备〔2026〕1 号',
    filed_on: '2026-01-20',
    created_at: new Date(),
  })
  return Number(made)
}

async function document(): Promise<number> {
  const known = await db.from('documents').first()
  if (known) return Number(known.id)
  const { id } = await db.from('organizations').orderBy('id').firstOrFail()
  const attachment = await storeBytes(systemContext(), samplePdf('document'), {
    name: '首页.pdf',
    extension: 'pdf',
    purpose: 'document',
    applicationId: null,
  })
  const [made] = await db.table('documents').insert({
    attachment_file_id: attachment.id,
    number: '文〔2026〕1 号',
    title: '关于公布任职资格的通知',
    organization_id: id,
    status: 'approved',
    route: '[]',
    created_at: new Date(),
  })
  return Number(made)
}
