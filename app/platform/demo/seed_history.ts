import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import requestCertificates from '#certificates/actions/request_certificates'
import { decideChange, proposeChange } from '#certificates/changes/changes'
import * as documents from '#certificates/documents/documents'
import { assignNumber } from '#certificates/numbers/assign_number'
import Certificate from '#certificates/models/certificate'
import { storeBytes } from '#files/store_file'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import { earlier } from '#platform/demo/clock'
import { as } from '#platform/demo/drive'
import { playMeeting } from '#platform/demo/play_meeting'
import { samplePdf } from '#platform/demo/sample_pdf'
import { applyForFiling, decideFiling } from '#results/actions/filings'
import { moveToObjection } from '#results/actions/objections'
import { closeFor, openPublicity } from '#results/actions/publicity'
import { today, type ActorContext } from '#web/actor'
import { Forbidden, NotFound } from '#web/refusal'

/** Where the people of an earlier meeting stand today; each stage has one, in the order of the way. */
export const HISTORY = [
  'reported',
  'in_publicity',
  'objection',
  'not_passed',
  'passed',
  'filed',
  'numbered',
  'documented',
  'certified',
  'revoked',
] as const
export type HistoryStage = (typeof HISTORY)[number]

const MEETING_DAYS_AGO = 35
const PUBLICITY_DAYS_AGO = 30
const STORE_DAYS_AGO = 14
const DOCUMENT_DAYS_AGO = 7

/**
 * Takes the people of a meeting in session to where they stand today, by the real actions of whoever may do each. A
 * province without filing or documents has nobody in those stages: they stand one further.
 */
export default async function seedHistory(meetingId: number, people: Map<HistoryStage, number>) {
  const beyond = (stage: HistoryStage) =>
    HISTORY.slice(HISTORY.indexOf(stage)).flatMap((each) =>
      each === 'not_passed' ? [] : (people.get(each) ?? [])
    )
  const id = (stage: HistoryStage) => people.get(stage)!
  const { ruleset } = await rulesetById((await Application.findOrFail(id('passed'))).rulesetId)

  await earlier(MEETING_DAYS_AGO, async () => {
    const { id: refused } = await db
      .from('meeting_cases')
      .where({ meeting_id: meetingId, application_id: id('not_passed') })
      .select('id')
      .firstOrFail()
    await playMeeting(meetingId, { choice: (caseId) => (caseId === refused ? 'no' : 'yes') })
  })
  await earlier(PUBLICITY_DAYS_AGO, async () => {
    await attachMinutes(meetingId)
    const publish = (applicationIds: number[]) =>
      byWhoever('results.manage', (ctx) => openPublicity(ctx, { meetingId, applicationIds }))
    await publish([id('not_passed'), id('objection'), ...beyond('passed')])
    await byWhoever('results.manage', (ctx) =>
      moveToObjection(ctx, id('objection'), '公示期间收到反映，核查业绩材料')
    )
  })
  await earlier(STORE_DAYS_AGO, async () => {
    const store = (ids: number[]) => byWhoever('results.manage', (ctx) => closeFor(ctx, ids))
    await store(beyond('filed'))
    if (ruleset.results.filing.required) await file(meetingId)
    // in the store, and not filed yet
    await store([id('passed')])
    for (const each of beyond('numbered'))
      await byWhoever('numbers.manage', (ctx) => assignNumber(ctx, each))
  })
  await earlier(DOCUMENT_DAYS_AGO, async () => {
    if (ruleset.documents.required) await document(beyond('documented'))
    await byWhoever('certificates.generate', (ctx) =>
      requestCertificates(ctx, { applicationIds: beyond('certified') })
    )
    await runJobs()
  })
  await byWhoever('results.manage', (ctx) =>
    openPublicity(ctx, { meetingId, applicationIds: [id('in_publicity')] })
  )
  const certificate = await Certificate.findByOrFail({
    applicationId: id('revoked'),
    kind: 'certificate',
  })
  const { changeId } = await byWhoever('certificates.generate', (ctx) =>
    proposeChange(ctx, certificate.id, { kind: 'revoke', reason: '经核查，申报材料不实' })
  )
  const admin = await as(await Account.findByOrFail('kind', 'tenant_admin'))
  await decideChange(admin, changeId, { decision: 'approve', opinion: '情况属实' })
  await runJobs()
}

/** The first account with the ability whose body may do it: the rules say which. */
async function byWhoever<T>(ability: string, act: (ctx: ActorContext) => Promise<T>): Promise<T> {
  const accounts = await Account.query().whereIn('kind', ['staff', 'committee']).orderBy('id')
  for (const account of accounts) {
    const ctx = await as(account)
    if (!ctx.actor.abilities.has(ability)) continue
    try {
      return await act(ctx)
    } catch (error) {
      if (!(error instanceof Forbidden || error instanceof NotFound)) throw error
    }
  }
  throw new Error(`nobody of the demo may use ${ability} here`)
}

async function attachMinutes(meetingId: number) {
  const account = await Account.query().where('kind', 'committee').orderBy('id').first()
  const ctx = await as(account ?? (await Account.query().where('kind', 'staff').firstOrFail()))
  const minutes = await storeBytes(ctx, samplePdf('minutes'), {
    name: '评审会议纪要（演示）.pdf',
    extension: 'pdf',
    purpose: 'minutes',
    applicationId: null,
  })
  await db.from('meetings').where('id', meetingId).update({ minutes_file_id: minutes.id })
}

async function file(meetingId: number) {
  await byWhoever('results.manage', (ctx) => applyForFiling(ctx, { meetingId }))
  const filings = await db.from('filings').where('meeting_id', meetingId).orderBy('id')
  for (const [index, filing] of filings.entries())
    await byWhoever('results.manage', (ctx) =>
      decideFiling(ctx, filing.id, {
        outcome: 'approved',
        version: filing.version,
        opinion: '同意备案',
        number: `示备〔${today(ctx).slice(0, 4)}〕${index + 1}号`,
        filedOn: today(ctx),
      })
    )
}

async function document(ids: number[]) {
  const { level } = await Application.findOrFail(ids[0])
  const documentId = await byWhoever('documents.manage', async (ctx) => {
    const created = await documents.createDocument(ctx, {
      number: `示职〔${today(ctx).slice(0, 4)}〕1号`,
      title: '关于示例人员取得专业技术职务任职资格的通知',
      level: level!,
    })
    try {
      await documents.addPeople(ctx, created, { ids })
    } catch (error) {
      await documents.removeDocument(ctx, created)
      // nobody of this body's: another one issues it
      throw error instanceof Forbidden || error instanceof NotFound ? error : new Forbidden()
    }
    await documents.issueDocument(ctx, created)
    const page = await storeBytes(ctx, samplePdf('document'), {
      name: '红头文件首页（演示）.pdf',
      extension: 'pdf',
      purpose: 'document',
      applicationId: null,
    })
    await documents.reportDocument(ctx, created, page.id)
    return created
  })
  for (;;) {
    const row = await db.from('documents').where('id', documentId).firstOrFail()
    if (row.status !== 'reported') break
    await byWhoever('documents.examine', (ctx) =>
      documents.examineDocument(ctx, documentId, {
        decision: 'approve',
        opinion: '同意',
        version: row.version,
      })
    )
  }
  await runJobs()
}
