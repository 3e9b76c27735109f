import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import Certificate, { CERTIFICATE, type CertificateStatus } from '#certificates/models/certificate'
import {
  ministrySender,
  type Receipt,
  type ReportAct,
  type ReportedCertificate,
} from '#certificates/ministry/sender'
import { unreported } from '#certificates/ministry/list_reports'
import { enqueue } from '#jobs/enqueue'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

const CHUNK = 1000
const SENT_AT_ONCE = 100

/** Orders the report of chosen certificates, or of all not yet reported (HU-64). Each is reported once, and once more when it was revoked. */
export async function reportToMinistry(ctx: ActorContext, input: { ids?: number[] }) {
  const batch = randomUUID()
  const own = ctx.actor.organizationId ?? 0
  return db.transaction(async (trx) => {
    if (input.ids) {
      const [{ known }] = await trx
        .from('certificates')
        .whereIn('id', input.ids)
        .where({ organization_id: own, kind: CERTIFICATE })
        .count('* as known')
      if (Number(known) < new Set(input.ids).size) throw new NotFound()
    }
    let total = 0
    for (let after = 0; ;) {
      const query = unreported(ctx.actor, trx).where('c.id', '>', after)
      if (input.ids) query.whereIn('c.id', input.ids)
      const rows = await query.orderBy('c.id').limit(CHUNK).select('c.id', 'c.status')
      if (rows.length === 0) break
      after = Number(rows.at(-1).id)
      total += rows.length
      await trx
        .insertQuery()
        .table('ministry_reports')
        .knexQuery.insert(
          rows.map(({ id, status }) => ({
            certificate_id: id,
            act: status === 'revoked' ? 'revoke' : 'issue',
            organization_id: own,
            status: 'sending',
            batch,
            fault: null,
            actor_name: ctx.actor.name,
            created_at: stamp(ctx),
          }))
        )
        .onConflict(['certificate_id', 'act'])
        .merge()
    }
    if (total === 0) throw new Refusal('none', '没有待上报的证书：所选的已上报、正在上报或已失效。')
    const jobId = await enqueue(
      ctx,
      {
        kind: 'certificates.ministry',
        key: `certificates.ministry:${batch}`,
        label: `证书报送（${total} 份）`,
        payload: { batch },
        total,
      },
      trx
    )
    return { total, jobId }
  })
}

/** Sends what a request still has to send; a killed run is taken up where it stopped. */
export async function sendBatch(
  ctx: ActorContext,
  batch: string,
  tell: (done: number, failed: number) => Promise<void>
) {
  const sender = ministrySender()
  for (;;) {
    const rows = await db
      .from('ministry_reports')
      .where({ batch, status: 'sending' })
      .orderBy('id')
      .limit(SENT_AT_ONCE)
      .select('id', 'certificate_id', 'act')
    if (rows.length === 0) break
    const certificates = await Certificate.query().whereIn(
      'id',
      rows.map((row) => row.certificate_id)
    )
    const byId = new Map(certificates.map((each) => [each.id, each]))
    const items = rows.flatMap((row) => {
      const certificate = byId.get(Number(row.certificate_id))!
      const { state } = ACTS[row.act as ReportAct]
      return certificate.status === state ? [item(row, certificate)] : []
    })
    const answers = new Map<string, Receipt>(
      (items.length > 0 ? await sender.send(items) : []).map((each) => [each.key, each])
    )
    for (const row of rows) await settle(ctx, row, answers.get(keyOf(row.id)), sender.name)
    const so = await outcome(batch)
    await tell(so.accepted + so.rejected, so.rejected)
  }
  const so = await outcome(batch)
  await audit(ctx, { action: 'certificates.reported', detail: { ...so, sender: sender.name } })
  return { ...so, isTrial: sender.isTrial }
}

/** The state of a certificate in which something is said of it, and why it is not said otherwise. */
const ACTS: Record<ReportAct, { state: CertificateStatus; missed: string }> = {
  issue: { state: 'issued', missed: '证书已失效，未上报' },
  revoke: { state: 'revoked', missed: '证书已恢复有效，未上报撤销' },
}

interface Row {
  id: number
  act: ReportAct
}

const keyOf = (id: number) => `report-${id}`

function item({ id, act }: Row, certificate: Certificate): ReportedCertificate {
  const { data } = certificate.printed()
  const text = (name: string) => String(data[name] ?? '')
  return {
    key: keyOf(id),
    act,
    revision: certificate.revision,
    number: certificate.number,
    name: text('name'),
    idNumber: text('idNumber'),
    unit: text('unit'),
    title: text('title'),
    specialty: text('specialty'),
    level: text('level'),
    issuer: text('issuer'),
    issuedOn: text('issuedOn'),
    ...(act === 'revoke' && {
      revokedOn: certificate.revokedAt!.setZone('Asia/Shanghai').toISODate()!,
      reason: certificate.reason ?? '',
    }),
  }
}

async function settle(
  ctx: ActorContext,
  { id, act }: Row,
  answer: Receipt | undefined,
  sender: string
) {
  const result = answer?.accepted
    ? { status: 'accepted', receipt: answer.receipt.slice(0, 80), fault: null }
    : {
        status: 'rejected',
        receipt: null,
        fault: (answer?.fault ?? ACTS[act].missed).slice(0, 300),
      }
  await db
    .from('ministry_reports')
    .where('id', id)
    .update({ ...result, sender, attempts: db.raw('attempts + 1'), answered_at: stamp(ctx) })
}

async function outcome(batch: string) {
  const rows = await db
    .from('ministry_reports')
    .where('batch', batch)
    .groupBy('status')
    .select('status')
    .count('* as count')
  const of = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0)
  return { accepted: of('accepted'), rejected: of('rejected') }
}
