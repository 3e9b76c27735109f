import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { rulesetById } from '#batches/queries/rulesets'
import reissueCertificate from '#certificates/actions/reissue_certificate'
import revokeCertificate, { revocable } from '#certificates/actions/revoke_certificate'
import type Certificate from '#certificates/models/certificate'
import { openValue, sealValue } from '#tenancy/crypto'
import { transaction } from '#tenancy/transaction'
import type { ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export type ChangeKind = 'revoke' | 'reissue' | 'correct'

/** What a correction may put right; the number names the certificate and stays. */
export const CORRECTABLE = [
  'name',
  'sex',
  'unit',
  'specialty',
  'title',
  'committee',
  'passedOn',
  'documentNumber',
  'issuer',
] as const
export type Corrections = Partial<Record<(typeof CORRECTABLE)[number], string | null>>

const COLUMN = 'certificate_changes.corrections'

/**
 * Asks for a revocation, a reissue or a correction (HU-65). By the rules a second person agrees first; where they want
 * none it is carried out at once. Answers the job of a new certificate, or that it waits.
 */
export async function proposeChange(
  ctx: ActorContext,
  id: number,
  input: { kind: ChangeKind; reason: string; corrections?: Corrections }
): Promise<{ changeId: number; waits: boolean; jobId: number | null }> {
  const found = await revocable(ctx, id)
  const corrections =
    input.kind === 'correct' ? realCorrections(found, input.corrections ?? {}) : {}
  refuseState(found, input.kind)
  const { changesNeedSecond = true } = (await rulesetById(found.rulesetId)).ruleset.certificates
  return transaction(async (trx) => {
    // one at a time: the row of the certificate is what they wait for
    await trx.from('certificates').where('id', id).forUpdate().select('id').firstOrFail()
    const open = await trx
      .from('certificate_changes')
      .where({ certificate_id: id, status: 'proposed' })
      .first()
    if (open) throw new Refusal('open', `该证书已有一项变更由${open.proposer}提出，正等待复核。`)
    const [changeId] = await trx.table('certificate_changes').insert({
      certificate_id: id,
      organization_id: found.organizationId,
      kind: input.kind,
      reason: input.reason,
      corrections_sealed: sealValue(COLUMN, found.verificationCode, JSON.stringify(corrections)),
      proposed_by: ctx.actor.accountId,
      proposer: ctx.actor.name,
      created_at: stamp(ctx),
      ...(!changesNeedSecond && { status: 'approved', decided_at: stamp(ctx) }),
    })
    const jobId = changesNeedSecond
      ? null
      : await carryOut(ctx, trx, found, input.kind, input.reason, corrections)
    await audit(
      ctx,
      {
        action: changesNeedSecond ? 'certificate.proposed' : `certificate.${DONE[input.kind]}`,
        objectType: 'certificate',
        objectId: id,
        detail: { kind: input.kind },
      },
      trx
    )
    return { changeId, waits: changesNeedSecond, jobId }
  })
}

const DONE = { revoke: 'revoked', reissue: 'reissued', correct: 'corrected' } as const

/** A correction has to change something. */
function realCorrections(found: Certificate, asked: Corrections): Record<string, string> {
  const { data } = found.printed()
  const changed = Object.fromEntries(
    Object.entries(asked).filter(([name, value]) => value && value !== data[name])
  ) as Record<string, string>
  if (Object.keys(changed).length === 0)
    throw new Refusal('none', '更正的内容与现在的证书相同，请填写要更正的项目。')
  return changed
}

function refuseState({ status }: Certificate, kind: ChangeKind) {
  if (status === 'issued' || (status === 'revoked' && kind === 'reissue')) return
  throw new Refusal('status', '该证书已不在有效状态。')
}

async function carryOut(
  ctx: ActorContext,
  trx: TransactionClientContract,
  found: Certificate,
  kind: ChangeKind,
  reason: string,
  corrections: Record<string, string>
): Promise<number | null> {
  refuseState(found, kind)
  if (kind !== 'revoke') return reissueCertificate(ctx, trx, found, reason, corrections)
  await revokeCertificate(ctx, trx, found, reason)
  return null
}

/** A second person agrees, and it is done; or refuses, and nothing changes. */
export async function decideChange(
  ctx: ActorContext,
  changeId: number,
  input: { decision: 'approve' | 'refuse'; opinion: string }
): Promise<{ jobId: number | null }> {
  const change = await db.from('certificate_changes').where('id', changeId).first()
  if (!change) throw new NotFound()
  const found = await revocable(ctx, Number(change.certificate_id))
  if (Number(change.proposed_by) === ctx.actor.accountId)
    throw new Forbidden('提出人不能自行复核，请由另一人办理。')
  const corrections = correctionsOf(change, found)
  return transaction(async (trx) => {
    const locked = await trx.from('certificate_changes').where('id', changeId).forUpdate().first()
    if (locked.status !== 'proposed') throw new StaleRefusal()
    await trx
      .from('certificate_changes')
      .where('id', changeId)
      .update({
        status: input.decision === 'approve' ? 'approved' : 'refused',
        decider: ctx.actor.name,
        opinion: input.opinion,
        decided_at: stamp(ctx),
      })
    const jobId =
      input.decision === 'approve'
        ? await carryOut(ctx, trx, found, change.kind, change.reason, corrections)
        : null
    await audit(
      ctx,
      {
        action:
          input.decision === 'approve'
            ? `certificate.${DONE[change.kind as ChangeKind]}`
            : 'certificate.rejected',
        objectType: 'certificate',
        objectId: found.id,
        detail: { change: changeId },
      },
      trx
    )
    return { jobId }
  })
}

export const correctionsOf = (
  change: { corrections_sealed: Buffer | null },
  { verificationCode }: Pick<Certificate, 'verificationCode'>
): Record<string, string> =>
  change.corrections_sealed
    ? JSON.parse(openValue(COLUMN, verificationCode, change.corrections_sealed))
    : {}
