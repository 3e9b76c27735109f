import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { recordExpertEvent } from '#committees/actions/expert_events'
import { creditOf } from '#committees/queries/credits'
import type { Slip } from '#committees/actions/committee_account'
import findOrCreatePerson from '#identity/actions/find_or_create_person'
import openAccount from '#identity/actions/open_account'
import Account from '#identity/models/account'
import { today, type ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'
import { DateTime } from 'luxon'

export interface ExpertInput {
  committeeId: number
  name: string
  idNumber: string
  phone?: string | null
  unitName: string
  titleName: string
  titleLevel: string
  specialtyName: string
  /** login of his own account; the ID number without one */
  login?: string
}

/**
 * Takes an expert into a committee's pool (HB-47); the term is bounded (R8). Where experts have accounts of their own he
 * gets one and completes his profile, which is then reviewed (HB-64, HB-65); elsewhere the office answers for what it
 * enters. Answers his id and, for a new account, its activation slip.
 */
export default async function addExpert(
  ctx: ActorContext,
  input: ExpertInput
): Promise<{ id: number; slip: Slip | null }> {
  const { committees, accounts } = (await currentRuleset()).ruleset
  const person = await findOrCreatePerson(ctx, {
    name: input.name,
    idNumber: input.idNumber,
    phone: input.phone ?? undefined,
  })
  const until = DateTime.fromISO(today(ctx)).plus({ years: committees.termYears }).toISODate()!
  const own = accounts.experts === 'own'
  const unit = await db
    .from('organizations')
    .where({ name: input.unitName, status: 'active' })
    .select('id')
    .first()
  const id = await db.transaction(async (trx) => {
    const known = await trx.from('experts').where('person_id', person.id).forUpdate().first()
    if (known && (await creditOf(Number(known.id), today(ctx), trx)))
      throw new Refusal('credit', '该专家有未到期的失信记录，不能进入评委库。')
    const expertId: number =
      known?.id ??
      (
        await trx.table('experts').insert({
          person_id: person.id,
          name: person.name,
          sex: person.sex,
          unit_name: input.unitName,
          organization_id: unit?.id ?? null,
          title_name: input.titleName,
          title_level: input.titleLevel,
          specialty_name: input.specialtyName,
          profile: '{}',
          status: own ? 'draft' : 'approved',
          created_at: stamp(ctx),
        })
      )[0]
    const inPool = await trx
      .from('committee_experts')
      .where({ committee_id: input.committeeId, expert_id: expertId })
      .first()
    if (inPool)
      throw new Refusal('expert', '该专家已在评委库中。', [
        { field: 'idNumber', message: '该专家已在评委库中' },
      ])
    await trx
      .table('committee_experts')
      .insert({ committee_id: input.committeeId, expert_id: expertId, term_until: until })
    await recordExpertEvent(ctx, expertId, 'added', null, trx)
    return expertId
  })
  return { id, slip: own ? await openOwnAccount(ctx, id, input) : null }
}

/** The expert's own account; the login is his ID number (HB-64), with an ending where he applies under it as well. */
async function openOwnAccount(ctx: ActorContext, expertId: number, input: ExpertInput) {
  if (await Account.findBy({ expertId, kind: 'expert', meetingId: null })) return null
  const idNumber = input.idNumber.trim().toUpperCase()
  const taken = await Account.findBy('login', idNumber)
  const expert = await db
    .from('experts')
    .where('id', expertId)
    .select('name', 'person_id')
    .firstOrFail()
  const { account, secret } = await openAccount(ctx, {
    login: input.login ?? (taken ? `${idNumber}-zj` : idNumber),
    kind: 'expert',
    name: expert.name,
    roles: ['expert'],
    personId: expert.person_id,
    expertId,
  })
  return { name: account.name, login: account.login, secret }
}
