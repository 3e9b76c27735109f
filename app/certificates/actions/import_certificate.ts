import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { currentRuleset } from '#batches/queries/rulesets'
import { createRow, enqueueRendering } from '#certificates/actions/request_certificates'
import Certificate, { CERTIFICATE } from '#certificates/models/certificate'
import { ensurePool, poolOf, takeNumber } from '#certificates/numbers/take_number'
import type { CertificateData } from '#certificates/queries/printed_data'
import findOrCreatePerson from '#identity/actions/find_or_create_person'
import Organization from '#organizations/models/organization'
import { LEVEL_LABELS } from '#province/facts'
import { bodySeenFrom } from '#results/roles'
import { publicAddress } from '#tenancy/public_address'
import type { ActorContext } from '#web/actor'
import { Forbidden, Refusal } from '#web/refusal'

/** A row of the workbook, checked. */
export interface ImportedValues {
  name: string
  idNumber: string
  unit: string
  seriesCode: string
  series: string
  specialty: string
  title: string
  level: string
  committee: string
  passedOn: string
  documentNumber: string
  issuerId: number
  issuedOn: string
  /** empty: the next of the pool */
  number: string
}

/** Whether the actor's body makes electronic certificates by the rules; only it takes them in (HU-69). */
export async function assertMakesCertificates({ actor }: ActorContext) {
  const own = actor.organizationId ? await Organization.find(actor.organizationId) : null
  const { ruleset } = await currentRuleset()
  const body =
    own && actor.committeeId === null
      ? await bodySeenFrom(ruleset.certificates.generatedBy, own, ruleset)
      : null
  if (!own || body?.id !== own.id) throw new Forbidden('按规定，电子证书不由您的机构生成。')
}

/** Takes in the certificate of somebody whose review was not in this system; a job makes its file. */
export async function importCertificate(ctx: ActorContext, values: ImportedValues) {
  await assertMakesCertificates(ctx)
  const { name, idNumber, level } = values
  const person = await findOrCreatePerson(ctx, { name, idNumber })
  const issuer = await Organization.findOrFail(values.issuerId)
  const { id: rulesetId, ruleset } = await currentRuleset()
  const rules = ruleset.certificates
  const year = Number(values.issuedOn.slice(0, 4))
  const pool = poolOf(rules, { year, issuerId: issuer.id, series: values.seriesCode, level })
  if (!values.number) {
    if (!issuer.issuerCode && rules.numberPattern.includes('{issuer'))
      throw new Refusal(
        'issuer',
        `发证单位“${issuer.name}”还没有编码，请填写证书编号或先登记编码。`
      )
    await ensurePool({ pool, rules })
  }
  const address = await publicAddress()
  await db.transaction(async (trx) => {
    const parts = {
      year,
      region: (issuer.regionCode ?? '').slice(0, 6),
      issuer: issuer.issuerCode ?? '',
      series: values.seriesCode,
      level,
    }
    const number = values.number || (await takeNumber(trx, { pool, rules, parts }))
    await refuseTaken(trx, number)
    const printed: CertificateData = {
      name: person.name,
      sex: person.sex ?? '',
      idNumber: person.idNumber(),
      birth: person.birthDate ?? '',
      unit: values.unit,
      series: values.series,
      specialty: values.specialty,
      title: values.title,
      level: LEVEL_LABELS[level] ?? '',
      committee: values.committee,
      passedOn: values.passedOn,
      number,
      documentNumber: values.documentNumber,
      issuer: issuer.printedName,
      issuedOn: values.issuedOn,
    }
    const id = await createRow(
      ctx,
      trx,
      { applicationId: null, rulesetId },
      {
        kind: CERTIFICATE,
        template: rules.template,
        more: {},
        printed,
        corrections: {},
        photoFileId: null,
        organizationId: ctx.actor.organizationId,
        revision: 1,
        address,
      }
    )
    await remember(trx, id, person.id, printed, level, number)
  })
}

/** A number stands for one certificate, whichever way it came. */
async function refuseTaken(trx: TransactionClientContract, number: string) {
  const ours = await trx.from('applications').where('certificate_number', number).first()
  const other = ours ?? (await trx.from('certificates').where('number', number).first())
  if (other) throw new Refusal('number', `证书编号 ${number} 已被使用`)
}

const remember = (
  trx: TransactionClientContract,
  certificateId: number,
  personId: number,
  printed: Record<string, unknown>,
  level: string,
  firstNumber: string | null = null
) =>
  trx.table('imported_certificates').insert({
    certificate_id: certificateId,
    number: printed.number,
    first_number: firstNumber,
    person_id: personId,
    person_name: printed.name,
    unit_name: printed.unit,
    specialty_name: printed.specialty || null,
    title_name: printed.title,
    level,
  })

/** The next revision of one that was taken in: what it said, with the corrections. */
export async function replaceImported(
  ctx: ActorContext,
  trx: TransactionClientContract,
  found: Certificate,
  corrections: Record<string, string>
): Promise<number> {
  const rows = await Certificate.query({ client: trx })
    .where({ number: found.number, kind: CERTIFICATE })
    .forUpdate()
  if (rows.some(({ revision, status }) => revision > found.revision && status !== 'requested'))
    throw new Refusal('replaced', '该证书已换发，请在新证书上操作。')
  const waiting = rows.filter(({ status }) => status === 'requested')
  if (waiting.some(({ failure }) => !failure))
    throw new Refusal('running', '新证书正在生成，请在任务页查看进度。')
  for (const { id } of waiting) {
    await trx.from('imported_certificates').where('certificate_id', id).delete()
    await trx.from('certificates').where('id', id).delete()
  }
  const { data, photoFileId, corrections: earlier } = found.printed()
  const printed = { ...data, ...corrections } as CertificateData
  const before = found.alsoCalled ?? String(data.name)
  const kept = await trx
    .from('imported_certificates')
    .where('certificate_id', found.id)
    .firstOrFail()
  const id = await createRow(
    ctx,
    trx,
    { applicationId: null, rulesetId: found.rulesetId },
    {
      kind: CERTIFICATE,
      template: found.template,
      more: {},
      printed,
      corrections: { ...earlier, ...corrections },
      photoFileId,
      organizationId: found.organizationId,
      revision: found.revision + 1,
      replacesId: found.id,
      alsoCalled: before === printed.name ? null : before,
      address: await publicAddress(),
    }
  )
  await remember(trx, id, kept.person_id, printed, kept.level)
  return id
}

const AT_ONCE = 1000

/** Orders the files of all that a body took in and that nobody makes yet. */
export async function renderImported(ctx: ActorContext) {
  const rows = await db
    .from('certificates')
    .where({ organization_id: ctx.actor.organizationId, status: 'requested' })
    .whereNull('application_id')
    .whereNull('failure')
    .orderBy('id')
    .select('id')
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const ids = rows.slice(at, at + AT_ONCE).map(({ id }) => Number(id))
    await db.transaction((trx) => enqueueRendering(ctx, trx, ids, ids.length))
  }
}
