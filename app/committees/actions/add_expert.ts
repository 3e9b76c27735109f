import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import findOrCreatePerson from '#identity/actions/find_or_create_person'
import { today, type ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { DateTime } from 'luxon'

export interface ExpertInput {
  committeeId: number
  name: string
  idNumber: string
  phone?: string
  unitName: string
  titleName: string
  titleLevel: string
  specialtyName: string
}

/** Takes an expert into a committee's pool (HB-47); the term is bounded (R8). Answers his id. */
export default async function addExpert(ctx: ActorContext, input: ExpertInput): Promise<number> {
  const { committees } = (await currentRuleset()).ruleset
  const person = await findOrCreatePerson(ctx, input)
  const until = DateTime.fromISO(today(ctx)).plus({ years: committees.termYears }).toISODate()!
  return db.transaction(async (trx) => {
    const known = await trx.from('experts').where('person_id', person.id).first()
    const now = ctx.now().toFormat('yyyy-MM-dd HH:mm:ss.SSS')
    const id: number =
      known?.id ??
      (
        await trx.table('experts').insert({
          person_id: person.id,
          name: person.name,
          sex: person.sex,
          unit_name: input.unitName,
          title_name: input.titleName,
          title_level: input.titleLevel,
          specialty_name: input.specialtyName,
          profile: '{}',
          status: 'approved',
          created_at: now,
        })
      )[0]
    const inPool = await trx
      .from('committee_experts')
      .where({ committee_id: input.committeeId, expert_id: id })
      .first()
    if (inPool) throw new Refusal('expert', '该专家已在评委库中。')
    await trx
      .table('committee_experts')
      .insert({ committee_id: input.committeeId, expert_id: id, term_until: until })
    return id
  })
}
