import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { currentRuleset, rulesetById } from '#batches/queries/rulesets'
import * as corrections from '#evaluations/actions/corrections'
import * as meetings from '#evaluations/actions/meetings'
import { countAddable } from '#evaluations/actions/members'
import { namesOf } from '#evaluations/committees_of'
import { overview } from '#evaluations/progress'
import type Meeting from '#evaluations/models/meeting'
import { checksOf, waitingCases } from '#evaluations/plans/readiness'
import { confirmsSheet, needsSheet } from '#evaluations/preparation'
import { loadBoard } from '#evaluations/queries/load_board'
import * as tabsData from '#evaluations/queries/office_tabs'
import * as takes from '#evaluations/validators/meeting'
import type { ReviewMode } from '#province/ruleset'
import { actorContext, type Actor } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'
import { containing } from '#web/like'

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

const parsedSheet = (sheet: unknown) =>
  (typeof sheet === 'string' ? JSON.parse(sheet) : (sheet ?? [])) as {
    id: string
    label: string
    max: number
  }[]

/** What there is to see and do of a meeting, by its mode and how far it is. */
function tabsOf(meeting: Meeting, mode: ReviewMode) {
  const { stages } = mode
  const begun = meeting.status !== 'preparing'
  const online = meeting.flow === 'online'
  const shows = (...columns: string[]) =>
    stages.some((stage) => stage.columns.some((column) => columns.includes(column)))
  const tabs: [string, string, boolean][] = [
    ['results', '录入评审结果', !online],
    ['progress', begun ? '进度' : '准备', online],
    ['groups', '分组', true],
    ['members', '评委', true],
    ['cases', '参评材料', true],
    ['interviews', '面试安排', online && shows('interviewOrder', 'room', 'lessonTitle')],
    ['sheet', '评分标准', online && needsSheet(mode)],
    ['avoidances', '回避', online],
    ['undo', '回退', online && begun],
  ]
  return tabs.filter(([, , shown]) => shown).map(([key, label]) => ({ key, label }))
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
        'c.name as committee',
        db.raw(
          '(select count(*) from meeting_committees j where j.meeting_id = m.id) as joint_committees'
        )
      )
    keptBy(query, actor!)
    const filters = filtersOf(request, ['q', 'status', 'committee'])
    // HB-51: closed meetings stay to be looked up
    const isPast = request.input('tab') === 'history' || filters.status === 'closed'
    if (isPast) query.where('m.status', 'closed')
    else query.whereNot('m.status', 'closed')
    if (filters.q) query.where('m.name', 'like', containing(filters.q))
    if (filters.status === 'asked_undo')
      query.whereIn('m.id', db.from('meeting_undos').where('status', 'asked').select('meeting_id'))
    else if (filters.status) query.where('m.status', filters.status)
    if (filters.committee) query.where('m.committee_id', Number(filters.committee) || 0)
    const found = await paged<Record<string, any>>(query as never, pageOf(request))
    const committees = db
      .from('committees as c')
      .where('c.status', 'active')
      .orderBy('c.id')
      .select('c.id', 'c.name')
    keptBy(committees, actor!)
    const { ruleset } = await currentRuleset()
    return page(inertia, 'committee/meetings/index', {
      tab: isPast ? 'history' : 'active',
      committees: await committees,
      batches: await db.from('batches').orderBy('id', 'desc').select('id', 'name'),
      filters,
      flows: ruleset.plans.flows,
      modes: ruleset.reviewModes.map(({ id, label }) => ({ value: id, label })),
      meetings: {
        meta: found.meta,
        data: found.data.map((row) => ({
          id: row.id as number,
          name: row.name as string,
          committee: `${row.committee}${row.joint_committees ? ` 等 ${row.joint_committees + 1} 个` : ''}`,
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

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.meetingChangeValidator)
    await corrections.changeMeeting(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, { message: '会议信息已修改' })
  }

  async destroy(ctx: HttpContext) {
    await corrections.removeMeeting(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '会议已删除', to: '/meetings' })
  }

  async show(ctx: HttpContext) {
    const acting = actorContext(ctx)
    const meeting = await meetings.officeMeeting(acting, Number(ctx.params.id))
    const { board } = await loadBoard(meeting.id)
    const { ruleset } = await rulesetById(meeting.rulesetId)
    const filters = filtersOf(ctx.request, ['q', 'group', 'case'])
    const asked = pageOf(ctx.request)
    const tabs = tabsOf(meeting, board.mode)
    const wanted = ctx.request.input('tab')
    const tab = tabs.find(({ key }) => key === wanted)?.key ?? tabs[0].key
    const listed = ['cases', 'interviews', 'results', 'avoidances'].includes(tab)
    const plan = await db
      .from('plans')
      .where('meeting_id', meeting.id)
      .select('sheet', 'sheet_submitted_at')
      .first()
    return page(ctx.inertia, 'committee/meetings/show', {
      meeting: {
        id: meeting.id,
        name: meeting.name,
        status: meeting.status,
        flow: meeting.flow,
        place: meeting.place,
        mode: board.mode.label,
        committees: await namesOf(meeting),
        staff: meeting.staff,
        note: meeting.note,
        startsOn: meeting.startsAt.setZone('Asia/Shanghai').toISODate()!,
        endsOn: meeting.endsAt.setZone('Asia/Shanghai').toISODate()!,
      },
      tab,
      tabs,
      filters,
      officeStages: board.mode.stages
        .filter(({ who }) => who === 'office')
        .map(({ id, label }) => ({ id, label })),
      overview: overview(board),
      checks: meeting.status === 'preparing' ? await checksOf(meeting, ruleset) : [],
      groups: board.groups.map((group) => ({
        ...group,
        members: board.members
          .filter(({ groupId }) => groupId === group.id)
          .map(({ name }) => name),
        cases: board.cases.filter(({ groupId }) => groupId === group.id).length,
      })),
      memberCount: board.members.length,
      presentCount: board.members.filter(({ status }) => status === 'active').length,
      caseCount: board.cases.length,
      ungrouped: board.cases.filter(({ groupId }) => groupId === null).length,
      addable: tab === 'members' ? await countAddable(acting, meeting) : 0,
      pool: tab === 'members' ? await tabsData.poolOf(meeting, asked, filters) : null,
      cases: listed ? await tabsData.casesOfMeeting(meeting, asked, filters, tab) : null,
      // for choosing a person: names by number, found while typing
      people: ['avoidances', 'undo'].includes(tab)
        ? (
            await tabsData.casesOfMeeting(meeting, { page: 1, pageSize: 5000, sort: null }, {})
          ).data.map(({ id, number, name, unit }) => ({ id, number, name, unit }))
        : [],
      members: ['avoidances'].includes(tab)
        ? board.members
            .filter(({ status }) => status === 'active')
            .map(({ id, name }) => ({ id, name }))
        : [],
      avoidances: tab === 'avoidances' ? await tabsData.avoidancesOf(meeting, asked) : null,
      undo:
        tab === 'undo'
          ? await tabsData.undosOf(meeting, board, Number(filters.case) || undefined)
          : null,
      me: ctx.actor!.accountId,
      voidNeedsSecond: ruleset.voting.voidNeedsSecond === true,
      waiting: await waitingCases(meeting),
      sheet: parsedSheet(plan?.sheet),
      sheetSubmitted: Boolean(plan?.sheet_submitted_at),
      confirmsSheet: confirmsSheet(board.mode),
      columns: [...new Set(board.mode.stages.flatMap(({ columns }) => columns))],
      committeeSize: board.committeeSize,
      voting: ruleset.voting,
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

  async changeGroup(ctx: HttpContext) {
    const { id, group } = ctx.params
    const input = await ctx.request.validateUsing(takes.groupValidator)
    await corrections.changeGroup(actorContext(ctx), Number(id), Number(group), input)
    return done(ctx, { message: '分组已修改' })
  }

  async removeGroup(ctx: HttpContext) {
    const { id, group } = ctx.params
    await corrections.removeGroup(actorContext(ctx), Number(id), Number(group))
    return done(ctx, { message: '分组已删除' })
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
    const acting = actorContext(ctx)
    const id = Number(ctx.params.id)
    await meetings.setSheet(
      acting,
      id,
      sheet.map((item, index) => ({ id: `item${index + 1}`, ...item }))
    )
    const { board } = await loadBoard(id)
    return done(ctx, {
      message: confirmsSheet(board.mode)
        ? '评分标准已保存，提交审核后由主任确认'
        : '评分标准已保存',
    })
  }

  async start(ctx: HttpContext) {
    const slips = await meetings.startMeeting(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '评审会议已开始', data: { slips } })
  }
}
