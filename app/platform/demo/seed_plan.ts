import db from '@adonisjs/lucid/services/db'
import { answerDraw, commitDraw, performDraw } from '#evaluations/draws/actions'
import { createPlan, decidePlan, savePlan, submitPlan } from '#evaluations/plans/actions'
import { planOfMeeting } from '#evaluations/plans/plan'
import type { ActorContext } from '#web/actor'
import { createHash } from 'node:crypto'

const CONTENT =
  '本次评审采用线上方式，由评委会按评审模式逐环节办理：材料复审、打分、投票、提出评审意见。评审期间严格执行回避和保密规定，工作人员全程记录。'

/** Hands a plan in, has it approved and, where members are drawn, draws them; one can't come and a reserve moves up. */
export default async function seedPlan(
  ctx: ActorContext,
  meetingId: number,
  size: number,
  spare: number,
  draws: boolean
) {
  const id = await createPlan(ctx, meetingId)
  const { kind, flow, version } = (await planOfMeeting(meetingId))!
  const needs = [{ specialty: null, level: 'senior_full', count: size, reserves: spare }]
  await savePlan(ctx, id, { kind, flow, content: CONTENT, needs, version })
  await submitPlan(ctx, id)
  const submitted = (await planOfMeeting(meetingId))!
  await decidePlan(ctx, id, {
    decision: 'approve',
    opinion: '方案可行，同意按方案组织评审。',
    version: submitted.version,
  })
  if (!draws) return
  // the demo is the same each time, so is its secret
  await commitDraw(ctx, id, createHash('sha256').update(`demo|${ctx.tenant.slug}`).digest('hex'))
  await performDraw(ctx, id, {
    excludeSameUnit: true,
    excludeRelated: true,
    exclusions: [],
  })
  const drawn = await db
    .from('meeting_members')
    .where({ meeting_id: meetingId, status: 'drawn' })
    .orderBy('id')
    .select('id')
  const [absent] = drawn
  await answerDraw(ctx, id, { memberId: absent.id, answer: 'refuse', reason: '出国访问，时间冲突' })
  const asked = await db
    .from('meeting_members')
    .where({ meeting_id: meetingId, status: 'drawn' })
    .orderBy('id')
    .select('id')
  for (const member of asked) await answerDraw(ctx, id, { memberId: member.id, answer: 'confirm' })
}
