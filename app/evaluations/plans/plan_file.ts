import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import { committeesOf, namesOf, sizeOf } from '#evaluations/committees_of'
import Meeting from '#evaluations/models/meeting'
import { minute } from '#evaluations/plans/list_plans'
import { PLAN_EVENTS, type Plan } from '#evaluations/plans/plan'
import { confirmsSheet, needsSheet } from '#evaluations/preparation'
import { LEVEL_LABELS } from '#province/facts'
import { paged, type Page } from '#web/paging'

/** Everything about a plan that its writers and reviewers see: who takes part, whom it needs, how points are given. */
export async function planFile(plan: Plan, page: Page) {
  const meeting = await Meeting.findOrFail(plan.meetingId)
  const { ruleset } = await rulesetById(meeting.rulesetId)
  const mode = ruleset.reviewModes.find(({ id }) => id === meeting.reviewMode)!
  const committee = await db
    .from('committees as c')
    .join('organizations as o', 'o.id', 'c.organization_id')
    .where('c.id', meeting.committeeId)
    .select('c.code', 'c.name', 'c.size', 'c.level', 'c.valid_until', 'o.name as body')
    .firstOrFail()
  const file = plan.fileId
    ? await db.from('files').where('id', plan.fileId).select('id', 'name', 'mime', 'size').first()
    : null
  return {
    plan: {
      id: plan.id,
      version: plan.version,
      kind: plan.kind,
      kindLabel: ruleset.plans.kinds.find(({ id }) => id === plan.kind)?.label ?? '',
      flow: plan.flow,
      content: plan.content,
      needs: plan.needs,
      status: plan.status,
      opinion: plan.opinion,
      decidedBy: plan.decidedBy,
      decidedAt: minute(plan.decidedAt),
      submittedBy: plan.submittedBy,
      submittedAt: minute(plan.submittedAt),
      sheetSubmittedAt: minute(plan.sheetSubmittedAt),
      file: file ? { ...file, size: Number(file.size) } : null,
    },
    meeting: {
      id: meeting.id,
      name: meeting.name,
      status: meeting.status,
      mode: mode.label,
      place: meeting.place,
      startsOn: meeting.startsAt.setZone('Asia/Shanghai').toISODate()!,
      endsOn: meeting.endsAt.setZone('Asia/Shanghai').toISODate()!,
    },
    committee: {
      code: committee.code as string,
      name: committee.name as string,
      body: committee.body as string,
      level: LEVEL_LABELS[committee.level],
      size: await sizeOf(meeting),
      joint: (await namesOf(meeting)).slice(1),
      validUntil: committee.valid_until as string,
    },
    rules: {
      kinds: ruleset.plans.kinds.map(({ id, label }) => ({ value: id as string, label })),
      flows: ruleset.plans.flows,
      draw: ruleset.plans.draw,
      ownSheet: needsSheet(mode),
      confirmsSheet: confirmsSheet(mode),
    },
    participants: await participantsOf(plan.meetingId, page),
    sheets: [
      ...(needsSheet(mode) ? [{ label: '会议评分标准', items: plan.sheet }] : []),
      ...mode.stages.flatMap(({ label, sheet }) => (sheet ? [{ label, items: sheet }] : [])),
    ],
    groups: await groupsOf(plan.meetingId),
    members: await membersOf(plan.meetingId),
    specialties: await specialtiesOf(await committeesOf(meeting)),
    timeline: await planTimeline(plan.id),
  }
}

async function participantsOf(meetingId: number, page: Page) {
  const query = db
    .from('meeting_cases as k')
    .join('applications as a', 'a.id', 'k.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('meeting_groups as g', 'g.id', 'k.group_id')
    .where('k.meeting_id', meetingId)
    .orderBy('k.number')
    .select(
      'k.id',
      'k.number',
      'a.person_name',
      'a.specialty_name',
      'a.title_name',
      'o.name as unit',
      'g.name as group_name'
    )
  const found = await paged<Record<string, any>>(query as never, page)
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      id: row.id as number,
      number: row.number as number,
      name: row.person_name as string,
      unit: row.unit as string,
      specialty: row.specialty_name as string,
      title: row.title_name as string,
      group: row.group_name as string | null,
    })),
  }
}

async function groupsOf(meetingId: number) {
  const rows = await db
    .from('meeting_groups as g')
    .leftJoin('meeting_cases as k', 'k.group_id', 'g.id')
    .where('g.meeting_id', meetingId)
    .groupBy('g.id', 'g.name', 'g.size')
    .orderBy('g.id')
    .select('g.id', 'g.name', 'g.size')
    .count('k.id as cases')
  return rows.map((row) => ({
    id: row.id as number,
    name: row.name as string,
    size: row.size as number,
    cases: Number(row.cases),
  }))
}

/** Who is in the meeting: seated, drawn, in reserve or refused. */
async function membersOf(meetingId: number) {
  const rows = await db
    .from('meeting_members as m')
    .join('experts as e', 'e.id', 'm.expert_id')
    .leftJoin('meeting_groups as g', 'g.id', 'm.group_id')
    .where('m.meeting_id', meetingId)
    .orderBy('m.need')
    .orderByRaw("field(m.status, 'drawn', 'active', 'reserve', 'refused')")
    .orderBy('m.reserve_rank')
    .orderBy('m.id')
    .select('m.*', 'e.name', 'e.unit_name', 'e.title_name', 'e.specialty_name', 'g.name as group')
  return rows.map((row) => ({
    id: row.id as number,
    expertId: row.expert_id as number,
    name: row.name as string,
    unit: row.unit_name as string,
    title: row.title_name as string,
    specialty: row.specialty_name as string,
    group: row.group as string | null,
    office: row.office as string | null,
    need: row.need as number | null,
    rank: row.reserve_rank as number | null,
    status: row.status as string,
    reason: row.reason as string | null,
  }))
}

/** Specialties there are experts of in the committee's pool. */
async function specialtiesOf(committeeIds: number[]): Promise<string[]> {
  const rows = await db
    .from('committee_experts as p')
    .join('experts as e', 'e.id', 'p.expert_id')
    .whereIn('p.committee_id', committeeIds)
    .distinct('e.specialty_name as name')
    .orderBy('name')
  return rows.map(({ name }) => String(name))
}

async function planTimeline(planId: number) {
  // who said yes stands in the list of the drawn
  const rows = await db
    .from('plan_events')
    .where('plan_id', planId)
    .whereNot('kind', 'member_confirmed')
    .orderBy('id')
  return rows.map((row, index) => ({
    sequence: index + 1,
    at: minute(row.at)!,
    title: PLAN_EVENTS[row.kind as keyof typeof PLAN_EVENTS],
    who: row.actor_name as string,
    where: null,
    text: row.text as string | null,
    undone: false,
  }))
}
