import db from '@adonisjs/lucid/services/db'
import {
  addCases,
  addGroup,
  createMeeting,
  groupCases,
  setMember,
  setSheet,
  startMeeting,
} from '#evaluations/actions/meetings'
import seedExpert from '#platform/demo/seed_expert'
import seedPlan from '#platform/demo/seed_plan'
import { rulesetById } from '#batches/queries/rulesets'
import { submitSheet } from '#evaluations/plans/readiness'
import type { DemoWorld } from '#province/demo_world'
import { today, type ActorContext } from '#web/actor'

/** Fills the pools of the committees; answers the experts' ids by name. */
export async function seedPool(
  ctx: ActorContext,
  world: DemoWorld,
  committees: Map<string, number>
): Promise<Map<string, number>> {
  const experts = new Map<string, number>()
  for (const each of world.experts)
    experts.set(each.name, await seedExpert(ctx, each, committees.get(each.committee)!))
  return experts
}

interface Call {
  name: string
  committeeId: number
  batchId: number
  experts: Map<string, number>
}

/** Calls the committee's meeting as the world describes it, with everyone who waits for it; answers its id, in session. */
export default async function seedMeeting(
  ctx: ActorContext,
  world: DemoWorld,
  { name: title, committeeId, batchId, experts }: Call
): Promise<number> {
  const { meeting: plan } = world
  const meeting = await createMeeting(ctx, {
    name: title,
    committeeId,
    batchId,
    reviewMode: plan.reviewMode,
    startsOn: today(ctx),
    endsOn: `${world.year}-12-31`,
    place: '线上评审',
    staff: '示例工作人员',
  })
  const groups = new Map<string, number>()
  for (const group of plan.groups)
    groups.set(
      group.name,
      await addGroup(ctx, meeting.id, { name: group.name, size: group.members.length })
    )
  const committee = await db
    .from('committees')
    .where('id', meeting.committeeId)
    .select('size')
    .firstOrFail()
  await addCases(ctx, meeting.id)
  const [first] = groups.values()
  if (first) await groupCases(ctx, meeting.id, { groupId: first })
  await setSheet(ctx, meeting.id, [
    { id: 'ethics', label: '职业道德', max: 20 },
    { id: 'ability', label: '专业能力', max: 40 },
    { id: 'achievements', label: '业绩成果', max: 40 },
  ])
  await submitSheet(ctx, meeting.id)
  const { ruleset } = await rulesetById(meeting.rulesetId)
  if (ruleset.plans.required) {
    const spare = experts.size - committee.size
    await seedPlan(ctx, meeting.id, committee.size, spare, ruleset.plans.draw)
  }
  if (!ruleset.plans.draw)
    for (const [name, expertId] of [...experts].slice(0, committee.size)) {
      const group = plan.groups.find(({ members }) => members.includes(name))
      await setMember(ctx, meeting.id, {
        expertId,
        groupId: group ? groups.get(group.name) : null,
        office:
          name === plan.chair ? 'chair' : plan.viceChairs.includes(name) ? 'vice_chair' : null,
        isLeader: group?.leader === name,
        isReporter: name === plan.reporter,
      })
    }
  await startMeeting(ctx, meeting.id)
  return meeting.id
}
