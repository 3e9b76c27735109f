import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { currentRuleset, rulesetById } from '#batches/queries/rulesets'
import * as meetings from '#evaluations/actions/meetings'
import { overview } from '#evaluations/progress'
import { loadBoard } from '#evaluations/queries/load_board'
import * as takes from '#evaluations/validators/meeting'
import { actorContext, type Actor } from '#web/actor'
import { page } from '#web/page'
import { paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

const day = (date: Date) => DateTime.fromJSDate(date).setZone('Asia/Shanghai').toISODate()!

/** Narrows a query over committees `c` to those the actor's account or body keeps. */
function keptBy(query: ReturnType<typeof db.from>, actor: Actor) {
  if (actor.committeeId !== null) query.where('c.id', actor.committeeId)
  else
    query.where((own) =>
      own
        .where('c.organization_id', actor.organizationId ?? 0)
        .orWhere('c.office_id', actor.organizationId ?? 0)
    )
}

/** Meetings as the committee's office prepares and watches them. */
export default class MeetingsController {
  async index({ inertia, request, actor }: HttpContext) {
    const query = db
      .from('meetings as m')
      .join('committees as c', 'c.id', 'm.committee_id')
      .orderBy('m.id', 'desc')
      .select(
        'm.id',
        'm.name',
        'm.status',
        'm.starts_at',
        'm.ends_at',
        'm.place',
        'c.name as committee'
      )
    keptBy(query, actor!)
    const found = await paged<Record<string, any>>(query as never, pageOf(request))
    const committees = db
      .from('committees as c')
      .where('c.status', 'active')
      .orderBy('c.id')
      .select('c.id', 'c.name')
    keptBy(committees, actor!)
    const { ruleset } = await currentRuleset()
    return page(inertia, 'committee/meetings/index', {
      committees: await committees,
      batches: await db.from('batches').orderBy('id', 'desc').select('id', 'name'),
      modes: ruleset.reviewModes.map(({ id, label }) => ({ value: id, label })),
      meetings: {
        meta: found.meta,
        data: found.data.map((row) => ({
          id: row.id as number,
          name: row.name as string,
          committee: row.committee as string,
          status: row.status as string,
          startsOn: day(row.starts_at),
          endsOn: day(row.ends_at),
          place: row.place as string,
        })),
      },
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.meetingValidator)
    const meeting = await meetings.createMeeting(actorContext(ctx), input)
    return done(ctx, { message: '评审会议已建立', to: `/meetings/${meeting.id}` })
  }

  async show(ctx: HttpContext) {
    const meeting = await meetings.officeMeeting(actorContext(ctx), Number(ctx.params.id))
    const { board } = await loadBoard(meeting.id)
    const { ruleset } = await rulesetById(meeting.rulesetId)
    const pool = await db
      .from('committee_experts as p')
      .join('experts as e', 'e.id', 'p.expert_id')
      .where('p.committee_id', meeting.committeeId)
      .orderBy('e.id')
      .select('e.id', 'e.name', 'e.unit_name', 'e.title_name', 'e.specialty_name')
    const rows = await db
      .from('meeting_cases as c')
      .join('applications as a', 'a.id', 'c.application_id')
      .join('organizations as o', 'o.id', 'a.organization_id')
      .where('c.meeting_id', meeting.id)
      .orderBy('c.number')
      .select(
        'c.id',
        'c.number',
        'c.group_id',
        'c.plenary_outcome',
        'a.person_name',
        'a.specialty_name',
        'a.title_name',
        'o.name as unit'
      )
    const plan = await db.from('plans').where('meeting_id', meeting.id).first()
    const [{ waiting }] = await db
      .from('applications')
      .where({ committee_id: meeting.committeeId, batch_id: meeting.batchId, stage: 'qualified' })
      .count('* as waiting')
    return page(ctx.inertia, 'committee/meetings/show', {
      meeting: {
        id: meeting.id,
        name: meeting.name,
        status: meeting.status,
        place: meeting.place,
        mode: board.mode.label,
        startsOn: meeting.startsAt.setZone('Asia/Shanghai').toISODate()!,
        endsOn: meeting.endsAt.setZone('Asia/Shanghai').toISODate()!,
      },
      officeStages: board.mode.stages
        .filter(({ who }) => who === 'office')
        .map(({ id, label }) => ({ id, label })),
      overview: overview(board),
      groups: board.groups,
      members: board.members.map((member) => ({
        id: member.id,
        expertId: member.expertId,
        name: member.name,
        groupId: member.groupId,
        office: member.office,
        isLeader: member.isLeader,
        isReporter: member.isReporter,
      })),
      pool: pool.map((row) => ({
        id: row.id as number,
        name: row.name as string,
        unit: row.unit_name as string,
        title: row.title_name as string,
        specialty: row.specialty_name as string,
      })),
      cases: rows.map((row) => ({
        id: row.id as number,
        number: row.number as number,
        name: row.person_name as string,
        unit: row.unit as string,
        specialty: row.specialty_name as string,
        title: row.title_name as string,
        groupId: row.group_id as number | null,
        outcome: row.plenary_outcome as string | null,
      })),
      waiting: Number(waiting),
      sheet: (plan
        ? typeof plan.sheet === 'string'
          ? JSON.parse(plan.sheet)
          : plan.sheet
        : []) as {
        id: string
        label: string
        max: number
      }[],
      needsSheet: board.mode.stages.some(
        (stage) => stage.subject === 'criteria' || (stage.primitive === 'score' && !stage.sheet)
      ),
      votingNote: `出席不少于评委会人数的 ${ruleset.voting.quorum.numerator}/${ruleset.voting.quorum.denominator}，同意票不少于出席人数的 ${ruleset.voting.threshold.numerator}/${ruleset.voting.threshold.denominator} 为通过。`,
    })
  }

  async addGroup(ctx: HttpContext) {
    await meetings.addGroup(
      actorContext(ctx),
      Number(ctx.params.id),
      await ctx.request.validateUsing(takes.groupValidator)
    )
    return done(ctx, { message: '分组已建立' })
  }

  async setMember(ctx: HttpContext) {
    await meetings.setMember(
      actorContext(ctx),
      Number(ctx.params.id),
      await ctx.request.validateUsing(takes.memberValidator)
    )
    return done(ctx, { message: '已保存' })
  }

  async addCases(ctx: HttpContext) {
    const count = await meetings.addCases(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: `已加入 ${count} 份参评材料` })
  }

  async groupCases(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.groupCasesValidator)
    const count = await meetings.groupCases(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, { message: `已分组 ${count} 份` })
  }

  async setSheet(ctx: HttpContext) {
    const { sheet } = await ctx.request.validateUsing(takes.sheetValidator)
    await meetings.setSheet(
      actorContext(ctx),
      Number(ctx.params.id),
      sheet.map((item, index) => ({ id: `item${index + 1}`, ...item }))
    )
    return done(ctx, { message: '评分标准已保存，等待主任确认' })
  }

  async start(ctx: HttpContext) {
    const slips = await meetings.startMeeting(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '评审会议已开始', data: { slips } })
  }
}
