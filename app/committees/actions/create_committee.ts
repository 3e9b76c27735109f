import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import Committee from '#committees/models/committee'
import { firstMatch } from '#province/conditions'
import type { ActorContext } from '#web/actor'
import { Refusal, StaleRefusal, type FieldError } from '#web/refusal'
import { DateTime } from 'luxon'

export interface CommitteeInput {
  name: string
  level: string
  series: string
  specialties: string[]
  organizationId: number
  officeId?: number | null
  size: number
  validFrom: string
  filingNumber?: string | null
}

export interface CreateCommitteeInput extends CommitteeInput {
  code: string
}

/** Sets up a committee: its size must be lawful for its level (R4–R6), its validity is bounded (R3). */
export default async function createCommittee(
  ctx: ActorContext,
  input: CreateCommitteeInput
): Promise<Committee> {
  const errors = await committeeFaults(input)
  if (await Committee.findBy('code', input.code))
    errors.push({ field: 'code', message: '该评委会代码已被使用' })
  if (errors.length > 0) throw new Refusal('committee', '请更正评委会信息', errors)
  return db.transaction(async (trx) => {
    const created = await Committee.create(
      { code: input.code, ...(await columns(input)), status: 'active', version: 1 },
      { client: trx }
    )
    await trx.table('committee_specialties').multiInsert(rowsOf(created.id, input.specialties))
    await audit(
      ctx,
      { action: 'committee.created', objectType: 'committee', objectId: created.id },
      trx
    )
    return created
  })
}

/** Changes a committee, or files it again for a new period of validity (R3). */
export async function updateCommittee(
  ctx: ActorContext,
  committee: Committee,
  input: CommitteeInput & { version: number }
) {
  if (committee.status !== 'active') throw new Refusal('cancelled', '该评委会已注销，不能修改。')
  const errors = await committeeFaults(input)
  if (errors.length > 0) throw new Refusal('committee', '请更正评委会信息', errors)
  await db.transaction(async (trx) => {
    const { officeId, ...changes } = await columns(input)
    const changed = await trx
      .from('committees')
      .where({ id: committee.id, version: input.version })
      .update({
        name: changes.name,
        level: changes.level,
        series_code: changes.seriesCode,
        organization_id: changes.organizationId,
        ...(input.officeId !== undefined && { office_id: officeId }),
        size: changes.size,
        valid_from: changes.validFrom,
        valid_until: changes.validUntil,
        filing_number: changes.filingNumber,
        version: input.version + 1,
      })
    if (Number(changed) === 0) throw new StaleRefusal()
    await trx.from('committee_specialties').where('committee_id', committee.id).delete()
    await trx.table('committee_specialties').multiInsert(rowsOf(committee.id, input.specialties))
    await audit(
      ctx,
      { action: 'committee.changed', objectType: 'committee', objectId: committee.id },
      trx
    )
  })
}

/** What the rules refuse in a committee, each fault at its field. */
async function committeeFaults(input: CommitteeInput): Promise<FieldError[]> {
  const { committees } = (await currentRuleset()).ruleset
  const errors: FieldError[] = []
  const series = (await currentSeries()).find(({ code }) => code === input.series)
  const known = new Set(series?.specialties.map(({ code }) => code))
  if (!series) errors.push({ field: 'series', message: '请选择评审系列' })
  else if (input.specialties.some((code) => !known.has(code)))
    errors.push({ field: 'specialties', message: '请选择该系列的专业' })
  const scope = known.size === input.specialties.length ? 'series' : 'specialty'
  const size = firstMatch(committees.sizes, { committee: { level: input.level, scope } })
  if (size && (input.size < size.min || (size.odd && input.size % 2 === 0)))
    errors.push({
      field: 'size',
      message: `人数应为${size.odd ? '单数且' : ''}不少于 ${size.min} 人（${size.source}）`,
    })
  return errors
}

async function columns(input: CommitteeInput) {
  const { committees } = (await currentRuleset()).ruleset
  return {
    name: input.name,
    level: input.level,
    seriesCode: input.series,
    organizationId: input.organizationId,
    officeId: input.officeId ?? null,
    size: input.size,
    validFrom: input.validFrom,
    validUntil: DateTime.fromISO(input.validFrom)
      .plus({ years: committees.validityYears })
      .minus({ days: 1 })
      .toISODate()!,
    filingNumber: input.filingNumber ?? null,
  }
}

const rowsOf = (committeeId: number, specialties: string[]) =>
  [...new Set(specialties)].map((code) => ({ committee_id: committeeId, specialty_code: code }))
