import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import findOrCreatePerson from '#identity/actions/find_or_create_person'
import { bodyFacts } from '#organizations/facts'
import Organization from '#organizations/models/organization'
import { LEVEL_LABELS } from '#province/facts'
import { holds } from '#province/conditions'
import { today, type Actor, type ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Whether the actor's body may enter recognised results: those the rules name, nobody else (HN-31). */
export async function mayRecognize(actor: Actor): Promise<boolean> {
  if (actor.organizationId === null || actor.committeeId !== null) return false
  const { ruleset } = await currentRuleset()
  const rule = ruleset.results.recognition
  const body = rule && (await Organization.find(actor.organizationId))
  return body ? holds(rule.when, { body: bodyFacts(body, ruleset.organizations, true) }) : false
}

export interface RecognitionInput {
  name: string
  idNumber: string
  unitName: string
  qualification: string
  qualificationNumber: string
  titleName: string
  level: string
  specialtyName?: string | null
  recognizedOn: string
}

/** A result recognised from a registered engineer's qualification, typed in by an entitled body (HN-31). */
export async function recordRecognition(ctx: ActorContext, input: RecognitionInput) {
  if (!(await mayRecognize(ctx.actor)))
    throw new Forbidden('按规定，您的机构没有录入考核认定结果的权限。')
  if (input.recognizedOn > today(ctx))
    throw new Refusal('date', '请更正认定时间', [
      { field: 'recognizedOn', message: '认定时间不能晚于今天' },
    ])
  await refuseOtherLevel(input)
  const { name, idNumber, ...result } = input
  const person = await findOrCreatePerson(ctx, { name, idNumber })
  const same = await db
    .from('recognitions')
    .where({
      person_id: person.id,
      qualification_number: result.qualificationNumber,
      title_name: result.titleName,
      status: 'recorded',
    })
    .first()
  if (same)
    throw new Refusal('known', '这项认定结果已经录入', [
      { field: 'qualificationNumber', message: '该人员的这一证书已录入同一职称' },
    ])
  return db.transaction(async (trx) => {
    const [id] = await trx.table('recognitions').insert({
      organization_id: ctx.actor.organizationId,
      person_id: person.id,
      year: Number(result.recognizedOn.slice(0, 4)),
      person_name: person.name,
      unit_name: result.unitName,
      qualification: result.qualification,
      qualification_number: result.qualificationNumber,
      title_name: result.titleName,
      level: result.level,
      specialty_name: result.specialtyName ?? null,
      recognized_on: result.recognizedOn,
      recorded_by: ctx.actor.name,
      created_at: stamp(ctx),
    })
    await audit(
      ctx,
      { action: 'recognition.recorded', objectType: 'recognition', objectId: id },
      trx
    )
    return id as number
  })
}

/** A title of the catalogue has its level; one the catalogue does not know is taken as it is told. */
async function refuseOtherLevel({ titleName, level }: RecognitionInput) {
  const titles = await db
    .from('titles')
    .where({ name: titleName, status: 'active' })
    .distinct('level')
  if (titles.length === 0 || titles.some((title) => title.level === level)) return
  const own = titles.map((title) => LEVEL_LABELS[title.level]).join('或')
  throw new Refusal('level', '认定职称与级别不一致', [
    { field: 'level', message: `“${titleName}”的级别是${own}` },
  ])
}

/** Takes back what was entered wrongly; it stays readable with the reason. */
export async function withdrawRecognition(
  ctx: ActorContext,
  id: number,
  input: { reason: string; version: number }
) {
  const row = await db.from('recognitions').where('id', id).first()
  if (!row || row.organization_id !== ctx.actor.organizationId || !(await mayRecognize(ctx.actor)))
    throw new NotFound('没有这条认定结果。')
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('recognitions')
      .where({ id, version: input.version, status: 'recorded' })
      .update({
        status: 'withdrawn',
        reason: input.reason,
        version: input.version + 1,
        updated_at: stamp(ctx),
      })
    if (Number(changed) === 0) throw new StaleRefusal()
    await audit(
      ctx,
      { action: 'recognition.withdrawn', objectType: 'recognition', objectId: id },
      trx
    )
  })
}
