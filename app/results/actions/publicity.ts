import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import audit from '#audit/audit'
import { rulesetById } from '#batches/queries/rulesets'
import { addWorkDays } from '#catalogue/work_days'
import Meeting from '#evaluations/models/meeting'
import { enqueue } from '#jobs/enqueue'
import { inChunks } from '#jobs/in_chunks'
import apply, { applyTogether } from '#lifecycle/apply'
import { inSteps, many, type Progress } from '#results/many'
import { hasRole, settleRoles, withRole } from '#results/roles'
import { today, type ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface OpenPublicityInput {
  meetingId: number
  /** single persons (HN-26); without them all of the committee's that the body publicises (HN-25) */
  applicationIds?: number[]
  contact?: string | null
}

/** The reported people a body may publicise now, and until when; refuses what the rules do not allow. */
async function reportedFor(ctx: ActorContext, input: OpenPublicityInput) {
  const meeting = await Meeting.find(input.meetingId)
  if (!meeting) throw new NotFound('没有这个评审会议。')
  const { ruleset } = await rulesetById(meeting.rulesetId)
  if (ruleset.results.minutesRequired && !meeting.minutesFileId)
    throw new Refusal('minutes', '评委会尚未上传会议纪要，不能公示。')
  await settleRoles()
  const query = Application.query()
    .where({ meetingId: meeting.id, stage: 'reported' })
    .orderBy('id')
  if (input.applicationIds) query.whereIn('id', input.applicationIds)
  const reported = await query
  if (reported.length === 0) throw new Refusal('none', '没有可以公示的评审结果。')
  const entitled = await withRole(
    ctx.actor,
    reported.map(({ id }) => id),
    'publisher'
  )
  const own = reported.filter(({ id }) => entitled.has(id))
  if (own.length === 0 || (input.applicationIds && own.length < reported.length))
    throw new Forbidden('按规定，这些结果不由您的机构公示。')
  const startsOn = today(ctx)
  const endsOn = await addWorkDays(startsOn, ruleset.results.publicityWorkingDays)
  return { meeting, own, startsOn, endsOn }
}

/**
 * Puts the passed of a meeting before the public for the working days of the rules, and those who did not pass into
 * their list (HN-25), all in one transaction: the public sees a list whole from its first moment. Only the entitled body may (HN-24); it sees no button otherwise, and this refuses the direct call.
 */
export async function openPublicity(
  ctx: ActorContext,
  input: OpenPublicityInput,
  progress?: Progress
) {
  const { meeting, own, startsOn, endsOn } = await reportedFor(ctx, input)
  const passed = own.filter(({ outcome }) => outcome === 'passed').length
  const publicityId = await db.transaction(async (trx) => {
    const id =
      passed > 0 ? await insertPublicity(trx, ctx, meeting, input.contact, startsOn, endsOn) : null
    await inSteps(
      own,
      (some) =>
        applyTogether(
          ctx,
          some.map((each) => ({
            applicationId: each.id,
            command:
              each.outcome === 'passed'
                ? { type: 'open_publicity', publicityId: id!, startsOn, endsOn }
                : { type: 'refuse_result', reason: '评审未通过' },
          })),
          trx
        ),
      progress
    )
    await audit(
      ctx,
      {
        action: 'publicity.opened',
        objectType: 'meeting',
        objectId: meeting.id,
        detail: { passed, notPassed: own.length - passed, endsOn },
      },
      trx
    )
    return id
  })
  return { publicityId, passed, notPassed: own.length - passed, endsOn }
}

/** The same as a job where many are concerned; null where few are. The same people as they are give the same job. */
export async function openPublicityLater(
  ctx: ActorContext,
  input: OpenPublicityInput
): Promise<number | null> {
  const { meeting, own } = await reportedFor(ctx, input)
  if (own.length <= many.over) return null
  const state = own.map(({ id, version }) => `${id}.${version}`).join()
  return enqueue(ctx, {
    kind: 'results.open_publicity',
    key: `results.open_publicity:${createHash('sha256').update(state).digest('hex').slice(0, 32)}`,
    label: `评审结果公示（${own.length} 人）`,
    payload: {
      meetingId: meeting.id,
      applicationIds: own.map(({ id }) => id),
      // shown to the public with the list
      contact: input.contact ?? null,
    },
    total: own.length,
  })
}

/** What was done, in a sentence. */
export const openedSentence = (opened: { passed: number; notPassed: number; endsOn: string }) =>
  [
    opened.passed > 0 && `已公示 ${opened.passed} 人，至 ${opened.endsOn} 结束`,
    opened.notPassed > 0 && `${opened.notPassed} 人转入评审未通过人员管理`,
  ]
    .filter(Boolean)
    .join('；')

async function insertPublicity(
  trx: TransactionClientContract,
  ctx: ActorContext,
  meeting: Meeting,
  contact: string | null | undefined,
  startsOn: string,
  endsOn: string
): Promise<number> {
  const { ruleset } = await rulesetById(meeting.rulesetId)
  const [{ before }] = await trx
    .from('publicities')
    .where({ meeting_id: meeting.id, organization_id: ctx.actor.organizationId })
    .count('* as before')
  const part = Number(before) > 0 ? `（第 ${Number(before) + 1} 批）` : ''
  const [id] = await trx.table('publicities').insert({
    title: `${meeting.name}评审结果公示${part}`,
    meeting_id: meeting.id,
    organization_id: ctx.actor.organizationId,
    organization_name: ctx.actor.organizationName,
    starts_on: startsOn,
    ends_on: endsOn,
    status: 'open',
    fields: JSON.stringify(ruleset.results.publicFields),
    contact: contact ?? null,
    created_at: stamp(ctx),
  })
  return id
}

/** A publicity that its body may end now. */
async function closable(ctx: ActorContext, publicityId: number) {
  const publicity = await db
    .from('publicities as p')
    .join('meetings as m', 'm.id', 'p.meeting_id')
    .where('p.id', publicityId)
    .select('p.*', 'm.committee_id')
    .first()
  if (!publicity) throw new NotFound('没有这次公示。')
  const { actor } = ctx
  const own =
    publicity.organization_id === actor.organizationId &&
    (actor.committeeId === null || publicity.committee_id === actor.committeeId)
  if (actor.kind !== 'system' && !own) throw new Forbidden('这次公示不由您的机构办理。')
  if (publicity.status === 'closed') throw new Refusal('closed', '这次公示已经结束。')
  const day = today(ctx)
  if (day <= publicity.ends_on)
    throw new Refusal('publicity', `公示到 ${publicity.ends_on} 结束，次日起方可转入结果库。`)
}

/** As a job where many are in it; null where few are. */
export async function closePublicityLater(
  ctx: ActorContext,
  publicityId: number
): Promise<number | null> {
  await closable(ctx, publicityId)
  const people = (await peopleIn(publicityId)).length
  if (people <= many.over) return null
  return enqueue(ctx, {
    kind: 'results.close_publicity',
    key: `results.close_publicity:${publicityId}`,
    label: `结束公示并转入结果库（${people} 人）`,
    payload: { publicityId },
    total: people,
  })
}

const peopleIn = (publicityId: number): Promise<{ id: number }[]> =>
  db
    .from('applications')
    .where({ publicity_id: publicityId, stage: 'in_publicity' })
    .orderBy('id')
    .select('id')

/**
 * After the last day everyone still in it goes to the result store (HN-27). Many in chunks: nobody waits for the others,
 * and begun again it goes on with who is left. The public list is taken off with the last.
 */
export async function closePublicity(
  ctx: ActorContext,
  publicityId: number,
  progress?: Progress
): Promise<number> {
  await closable(ctx, publicityId)
  const day = today(ctx)
  const people = await peopleIn(publicityId)
  const reasons: string[] = []
  await inChunks(people, {
    together: async (trx, some) => {
      const command = { type: 'close_publicity', today: day } as const
      await applyTogether(
        ctx,
        some.map(({ id }) => ({ applicationId: id, command })),
        trx
      )
    },
    refused: async (_, refusal) => void reasons.push(refusal.message),
    told: async (done) => progress?.(done),
  })
  if (reasons.length > 0)
    throw new Refusal(
      'publicity',
      `已有 ${people.length - reasons.length} 人转入结果库，${reasons.length} 人未转：${reasons[0]}`
    )
  await db.transaction((trx) => takeOff(ctx, trx, publicityId))
  return people.length
}

async function takeOff(ctx: ActorContext, trx: TransactionClientContract, id: number) {
  await trx
    .from('publicities')
    .where('id', id)
    .update({ status: 'closed', closed_at: stamp(ctx) })
  await audit(ctx, { action: 'publicity.closed', objectType: 'publicity', objectId: id }, trx)
}

/** Single persons to the result store after their period (HN-27); the list ends with its last person. */
export async function closeFor(ctx: ActorContext, applicationIds: number[]): Promise<number> {
  const day = today(ctx)
  for (const id of applicationIds)
    if (!(await hasRole(ctx.actor, id, 'publisher')))
      throw new NotFound('所选人员中有不由您的机构公示的，请刷新后重新选择。')
  return db.transaction(async (trx) => {
    const lists = new Set<number>()
    for (const applicationId of applicationIds) {
      const { publicityId } = await apply(ctx, {
        trx,
        applicationId,
        command: { type: 'close_publicity', today: day },
      })
      lists.add(publicityId!)
    }
    for (const id of lists) {
      const left = await trx
        .from('applications')
        .where({ publicity_id: id, stage: 'in_publicity' })
        .first()
      if (!left) await takeOff(ctx, trx, id)
    }
    return applicationIds.length
  })
}
