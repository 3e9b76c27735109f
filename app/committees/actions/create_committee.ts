import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import Committee from '#committees/models/committee'
import { firstMatch } from '#province/conditions'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { DateTime } from 'luxon'

export interface CreateCommitteeInput {
  code: string
  name: string
  level: string
  series: string
  specialties: string[]
  organizationId: number
  officeId?: number | null
  size: number
  validFrom: string
}

/** Sets up a committee: its size must be lawful for its level (R4–R6), its validity is bounded (R3). */
export default async function createCommittee(
  ctx: ActorContext,
  input: CreateCommitteeInput
): Promise<Committee> {
  const { committees, catalogue } = (await currentRuleset()).ruleset
  const series = catalogue.series.find(({ code }) => code === input.series)
  const scope =
    series && series.specialties.length === input.specialties.length ? 'series' : 'specialty'
  const size = firstMatch(committees.sizes, { committee: { level: input.level, scope } })
  if (size && (input.size < size.min || (size.odd && input.size % 2 === 0)))
    throw new Refusal('size', '请更正评委会人数', [
      {
        field: 'size',
        message: `人数应为${size.odd ? '单数且' : ''}不少于 ${size.min} 人（${size.source}）`,
      },
    ])
  if (await Committee.findBy('code', input.code))
    throw new Refusal('code_taken', '请更换评委会代码', [
      { field: 'code', message: '该评委会代码已被使用' },
    ])
  const committee = await db.transaction(async (trx) => {
    const created = await Committee.create(
      {
        code: input.code,
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
        status: 'active',
      },
      { client: trx }
    )
    await trx.table('committee_specialties').multiInsert(
      input.specialties.map((specialty) => ({
        committee_id: created.id,
        specialty_code: specialty,
      }))
    )
    return created
  })
  await audit(ctx, { action: 'committee.created', objectType: 'committee', objectId: committee.id })
  return committee
}
