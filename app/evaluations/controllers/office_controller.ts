import type { HttpContext } from '@adonisjs/core/http'
import { rulesetById } from '#batches/queries/rulesets'
import * as attendance from '#evaluations/actions/attendance'
import { avoidCase, liftAvoidance } from '#evaluations/actions/avoidance'
import { enterResults, reportOffline } from '#evaluations/actions/enter_results'
import { arrangeInterviews, setInterview } from '#evaluations/actions/interviews'
import { officeMeeting } from '#evaluations/actions/meetings'
import { addAllMembers, removeMember } from '#evaluations/actions/members'
import { removeCase } from '#evaluations/actions/remove_case'
import { reissueSlips } from '#evaluations/actions/reissue_slips'
import { askUndo, decideUndo } from '#evaluations/actions/undo_step'
import { loadBoard } from '#evaluations/queries/load_board'
import {
  outcomeCounts,
  resultsByCase,
  resultsByJudge,
  type JudgeRow,
} from '#evaluations/queries/meeting_results'
import { JUDGE_COLUMNS, RESULT_COLUMNS } from '#evaluations/queries/result_columns'
import { minutesOf } from '#evaluations/queries/minutes'
import * as takes from '#evaluations/validators/office'
import { actorContext, type ActorContext } from '#web/actor'
import { xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, pageOf, type Page } from '#web/paging'
import { Forbidden } from '#web/refusal'
import { done } from '#web/reply'

const idOf = (ctx: HttpContext) => Number(ctx.params.id)

/** What the committee's office does during a meeting, and what comes out of it. */
export default class OfficeController {
  async leave(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.leaveValidator)
    const left = await attendance.leaveMeeting(actorContext(ctx), idOf(ctx), input)
    const handed = left.moved > 0 ? `，${left.moved} 份材料已转给本组其他专家` : ''
    const open = left.open > 0 ? `，${left.open} 份材料须由组长重新分配` : ''
    const short =
      left.present < left.quorum
        ? `。注意：在会 ${left.present} 人，少于投票所需的 ${left.quorum} 人`
        : ''
    return done(ctx, { message: `已登记${left.name}离会${handed}${open}${short}` })
  }

  async comeBack(ctx: HttpContext) {
    const { memberId } = await ctx.request.validateUsing(takes.returnValidator)
    const name = await attendance.returnToMeeting(actorContext(ctx), idOf(ctx), memberId)
    return done(ctx, { message: `${name}已恢复参会` })
  }

  async duty(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.dutyValidator)
    const name = await attendance.changeDuty(actorContext(ctx), idOf(ctx), input)
    return done(ctx, { message: `${name}的职务已调整` })
  }

  async slips(ctx: HttpContext) {
    const { memberId } = await ctx.request.validateUsing(takes.returnValidator)
    const slips = await reissueSlips(actorContext(ctx), idOf(ctx), memberId)
    return done(ctx, { message: '已重新生成激活码，原密码作废', data: { slips } })
  }

  async avoid(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.avoidValidator)
    const { name, moved, open } = await avoidCase(actorContext(ctx), idOf(ctx), input)
    const handed = moved > 0 ? '，其负责的评审已转给本组其他专家' : ''
    return done(ctx, {
      message: `已登记${name}回避${handed}${open > 0 ? '，须由组长重新分配' : ''}`,
    })
  }

  async lift(ctx: HttpContext) {
    await liftAvoidance(actorContext(ctx), idOf(ctx), Number(ctx.params.avoidance))
    return done(ctx, { message: '回避记录已撤销' })
  }

  async interview(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.interviewValidator)
    await setInterview(actorContext(ctx), idOf(ctx), input)
    return done(ctx, { message: '面试安排已保存' })
  }

  async arrange(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.arrangeValidator)
    const count = await arrangeInterviews(actorContext(ctx), idOf(ctx), input)
    return done(ctx, { message: `已安排 ${count} 人的面试顺序和考场` })
  }

  async enterResults(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.resultsValidator)
    const count = await enterResults(actorContext(ctx), idOf(ctx), input)
    return done(ctx, { message: `已保存 ${count} 人的评审结果` })
  }

  async reportResults(ctx: HttpContext) {
    const count = await reportOffline(actorContext(ctx), idOf(ctx))
    return done(ctx, { message: `已上报 ${count} 人的评审结果，评委会评审工作结束` })
  }

  async undo(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.undoValidator)
    const { label, count, waits } = await askUndo(actorContext(ctx), idOf(ctx), input)
    return done(ctx, {
      message: waits
        ? `“${label}”的回退已提出，等待第二人确认`
        : `已回退“${label}”，涉及 ${count} 人`,
    })
  }

  async decideUndo(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.decideUndoValidator)
    const { label, own } = await decideUndo(actorContext(ctx), idOf(ctx), input)
    const refused = own ? '已撤销回退申请' : '已驳回回退申请'
    return done(ctx, { message: input.agree ? `已回退“${label}”` : refused })
  }

  async removeCase(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.removeValidator)
    await removeCase(actorContext(ctx), idOf(ctx), input)
    return done(ctx, { message: '已移出会议，可以重新做资格复核' })
  }

  async addAll(ctx: HttpContext) {
    const count = await addAllMembers(actorContext(ctx), idOf(ctx))
    return done(ctx, { message: `已加入 ${count} 位评委` })
  }

  async removeMember(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(takes.returnValidator)
    await removeMember(actorContext(ctx), idOf(ctx), input)
    return done(ctx, { message: '已移出会议' })
  }

  /** Results by case or by judge, for the office and, at the meeting, for who presides (HB-75, HB-76). */
  async results(ctx: HttpContext) {
    const acting = actorContext(ctx)
    const { meeting, board } = await readable(acting, idOf(ctx))
    const filters = filtersOf(ctx.request, ['q', 'outcome', 'group', 'by'])
    const { ruleset } = await rulesetById(meeting.rulesetId)
    return page(ctx.inertia, 'committee/meetings/results', {
      meeting: { id: meeting.id, name: meeting.name, status: meeting.status },
      mode: board.mode.label,
      filters,
      groups: board.groups,
      counts: await outcomeCounts(meeting.id),
      rows: await resultsByCase(meeting.id, pageOf(ctx.request), filters),
      judges: judgesPage(resultsByJudge(board, filters), pageOf(ctx.request)),
      scored: board.mode.stages.some(({ primitive }) => primitive === 'score'),
      grouped: board.mode.stages.some(({ primitive }) => primitive === 'deliberate'),
      voting: ruleset.voting,
      committeeSize: board.committeeSize,
    })
  }

  async exportResults(ctx: HttpContext) {
    const { meeting, board } = await readable(actorContext(ctx), idOf(ctx))
    const filters = filtersOf(ctx.request, ['q', 'outcome', 'group', 'by'])
    if (filters.by === 'judge')
      return xlsxReply(ctx, {
        name: `评委投票情况-${meeting.name}`,
        columns: JUDGE_COLUMNS,
        rows: resultsByJudge(board, filters),
      })
    const every = { page: 1, pageSize: 100_000, sort: null }
    return xlsxReply(ctx, {
      name: `评审结果-${meeting.name}`,
      columns: RESULT_COLUMNS,
      rows: (await resultsByCase(meeting.id, every, filters)).data,
    })
  }

  async minutes(ctx: HttpContext) {
    const meeting = await officeMeeting(actorContext(ctx), idOf(ctx))
    const { ruleset } = await rulesetById(meeting.rulesetId)
    return page(ctx.inertia, 'committee/meetings/minutes', {
      meeting: {
        id: meeting.id,
        name: meeting.name,
        status: meeting.status,
        place: meeting.place,
        staff: meeting.staff,
        hasFile: meeting.minutesFileId !== null,
        startsOn: meeting.startsAt.setZone('Asia/Shanghai').toFormat('yyyy年M月d日'),
        endsOn: meeting.endsAt.setZone('Asia/Shanghai').toFormat('yyyy年M月d日'),
      },
      voting: ruleset.voting,
      ...(await minutesOf(meeting)),
    })
  }
}

/** A meeting with its board for its office and for who presides; nobody else sees the results. */
async function readable(acting: ActorContext, id: number) {
  const loaded = await loadBoard(id)
  if (acting.actor.kind === 'expert') refuseOthers(acting, loaded.board.members)
  else await officeMeeting(acting, id)
  return loaded
}

const judgesPage = (rows: JudgeRow[], { page: number, pageSize }: Page) => ({
  data: rows.slice((number - 1) * pageSize, number * pageSize),
  meta: { total: rows.length, page: number, perPage: pageSize },
})

function refuseOthers(
  { actor }: ActorContext,
  members: { accountId: number | null; office: string | null; isReporter: boolean }[]
) {
  const member = members.find(({ accountId }) => accountId === actor.accountId)
  if (!member?.office && !member?.isReporter)
    throw new Forbidden('评审结果由主任、副主任和上报人查看。')
}
