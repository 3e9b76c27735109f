import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { rulesetById } from '#batches/queries/rulesets'
import { officeMeeting } from '#evaluations/actions/meetings'
import { enqueue } from '#jobs/enqueue'
import { applyTogether } from '#lifecycle/apply'
import { inSteps, many, type Progress } from '#results/many'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Persons of a meeting whose publicity passed and who stand in no filing under way: fetched, not typed (HU-59). */
export const awaitingFiling = (
  meetingId: number,
  client: TransactionClientContract | typeof db = db
) =>
  client
    .from('applications as a')
    .where({ 'a.meeting_id': meetingId, 'a.stage': 'passed' })
    .whereNotExists(
      db
        .from('filing_people as fp')
        .join('filings as f', 'f.id', 'fp.filing_id')
        .whereColumn('fp.application_id', 'a.id')
        .where('f.status', 'applied')
    )

export interface FilingInput {
  meetingId: number
  note?: string | null
  fileId?: number | null
}

/** The committee's office asks for the filing of its results (HU-59, HB-60); one filing for each reviewing body. */
export async function applyForFiling(ctx: ActorContext, input: FilingInput) {
  const meeting = await officeMeeting(ctx, input.meetingId)
  const { ruleset } = await rulesetById(meeting.rulesetId)
  const { filing } = ruleset.results
  if (!filing.required) throw new NotFound('本省不需要备案。')
  const people = await db.transaction(async (trx) => {
    await trx.from('meetings').where('id', meeting.id).forUpdate().select('id').first()
    const rows = await awaitingFiling(meeting.id, trx)
      .join('result_roles as r', (join) =>
        join.on('r.application_id', 'a.id').andOnVal('r.role', 'filer')
      )
      .orderBy('a.id')
      .select('a.id', 'r.organization_id')
    if (rows.length === 0)
      throw new Refusal('none', '没有公示通过、等待备案的人员；公示结束并转入结果库后再申请。')
    for (const reviewerId of new Set(rows.map((row) => row.organization_id as number))) {
      const [filingId] = await trx.table('filings').insert({
        meeting_id: meeting.id,
        organization_id: ctx.actor.organizationId ?? reviewerId,
        reviewer_id: reviewerId,
        note: input.note ?? null,
        file_id: input.fileId ?? null,
        status: 'applied',
        created_at: stamp(ctx),
      })
      await trx
        .table('filing_people')
        .multiInsert(
          rows
            .filter((row) => row.organization_id === reviewerId)
            .map(({ id }) => ({ filing_id: filingId, application_id: id }))
        )
    }
    await audit(ctx, { action: 'filing.applied', objectType: 'meeting', objectId: meeting.id }, trx)
    return rows.length
  })
  return { people, label: filing.label }
}

export type FilingDecision = { version: number; opinion: string } & (
  { outcome: 'approved'; number: string; filedOn: string } | { outcome: 'refused' }
)

/** The reviewing body's decision: filed under a number and a date, or refused with the reason (HU-59, HB-63). */
export async function decideFiling(
  ctx: ActorContext,
  id: number,
  input: FilingDecision,
  progress?: Progress
) {
  return db.transaction(async (trx) => {
    const filing = await trx.from('filings').where('id', id).forUpdate().first()
    if (!filing || !reviews(ctx, filing)) throw new NotFound('没有这项备案申请。')
    if (filing.status !== 'applied' || filing.version !== input.version) throw new StaleRefusal()
    await trx
      .from('filings')
      .where('id', id)
      .update({
        status: input.outcome,
        opinion: input.opinion,
        number: input.outcome === 'approved' ? input.number : null,
        filed_on: input.outcome === 'approved' ? input.filedOn : null,
        decided_by: ctx.actor.name,
        decided_at: stamp(ctx),
        version: filing.version + 1,
      })
    const people = await trx
      .from('filing_people')
      .where('filing_id', id)
      .orderBy('application_id')
      .select('application_id')
    if (input.outcome === 'approved')
      await inSteps(
        people,
        (some) =>
          applyTogether(
            ctx,
            some.map(({ application_id: applicationId }) => ({
              applicationId,
              command: { type: 'file', filingId: id, number: input.number, date: input.filedOn },
            })),
            trx
          ),
        progress
      )
    await audit(
      ctx,
      {
        action: 'filing.decided',
        objectType: 'filing',
        objectId: id,
        detail: { outcome: input.outcome, people: people.length },
      },
      trx
    )
    return people.length
  })
}

/** An approval of many as a job; null where few are. The decision waits in the filing, the job holds its id alone. */
export async function decideFilingLater(
  ctx: ActorContext,
  id: number,
  input: FilingDecision
): Promise<number | null> {
  if (input.outcome !== 'approved') return null
  return db.transaction(async (trx) => {
    const filing = await trx.from('filings').where('id', id).forUpdate().first()
    if (!filing || !reviews(ctx, filing)) throw new NotFound('没有这项备案申请。')
    if (filing.status !== 'applied' || filing.version !== input.version) throw new StaleRefusal()
    const people = await trx.from('filing_people').where('filing_id', id).count('* as total')
    const total = Number(people[0].total)
    if (total <= many.over) return null
    const version = filing.version + 1
    await trx.from('filings').where('id', id).update({
      opinion: input.opinion,
      number: input.number,
      filed_on: input.filedOn,
      version,
    })
    return enqueue(
      ctx,
      {
        kind: 'results.decide_filing',
        key: `results.decide_filing:${id}:${version}`,
        label: `登记备案（${total} 人）`,
        payload: { filingId: id, version },
        total,
      },
      trx
    )
  })
}

export const reviews = ({ actor }: ActorContext, filing: { reviewer_id: number }) =>
  actor.kind === 'system' ||
  (actor.committeeId === null && filing.reviewer_id === actor.organizationId)
