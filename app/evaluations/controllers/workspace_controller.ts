import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { applicationFile } from '#applications/queries/application_file'
import { rulesetById } from '#batches/queries/rulesets'
import { avoidCase } from '#evaluations/actions/avoidance'
import { noteOf, saveNote } from '#evaluations/actions/save_note'
import { PLEDGE, signPledge } from '#evaluations/actions/sign_pledge'
import { isOffice } from '#evaluations/acts/act'
import { sheetOf } from '#evaluations/acts/judge'
import { membersOf, type Board, type BoardMember } from '#evaluations/board'
import { perform } from '#evaluations/controllers/perform'
import type Meeting from '#evaluations/models/meeting'
import { isDoneBy, offRoll, overview, progressOf, scopeBlockedBy } from '#evaluations/progress'
import { loadBoard } from '#evaluations/queries/load_board'
import { pointsOn } from '#evaluations/queries/points_on'
import { memberPeople } from '#evaluations/queries/member_people'
import { scoreSpread } from '#evaluations/queries/score_spread'
import {
  ownProgress,
  stageCases,
  stageRows,
  STAGE_FILTERS,
  switchCounts,
} from '#evaluations/queries/stage_rows'
import { stageColumns } from '#evaluations/queries/stage_export'
import { voidedBallot } from '#evaluations/queries/voided_ballot'
import { votesOn } from '#evaluations/queries/votes_on'
import { mayRead, ownStages, stagesFor } from '#evaluations/roles'
import { leadsToSecretVote } from '#evaluations/undo'
import { avoidValidator, noteValidator } from '#evaluations/validators/office'
import type { ReviewStage } from '#province/ruleset'
import { actorContext, type ActorContext } from '#web/actor'
import { xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { Forbidden, NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** The place where experts, and the committee's office for its own stages, work through a meeting. */
export default class WorkspaceController {
  async index({ inertia, actor }: HttpContext) {
    const rows = await db
      .from('meeting_members as m')
      .join('meetings as g', 'g.id', 'm.meeting_id')
      .where('m.account_id', actor!.accountId!)
      .whereNot('g.status', 'preparing')
      .orderByRaw("g.status = 'in_session' desc, g.id desc")
      .limit(20)
      .select('g.id', 'g.name', 'g.status', 'g.place')
    const meetings = []
    for (const row of rows) {
      const { board } = await loadBoard(row.id)
      const member = board.members.find(({ accountId }) => accountId === actor!.accountId)!
      meetings.push({
        id: row.id as number,
        name: row.name as string,
        status: row.status as string,
        place: row.place as string,
        pledged: member.pledged,
        present: member.status === 'active',
        seesResults: member.office !== null,
        stages: await stagesOf(board, member),
      })
    }
    return page(inertia, 'expert/meetings/index', { meetings, pledge: PLEDGE })
  }

  async pledge(ctx: HttpContext) {
    await signPledge(actorContext(ctx), { meetingId: Number(ctx.params.id) })
    return done(ctx, { message: '已签署承诺书，可以开始评审' })
  }

  async show(ctx: HttpContext) {
    const entered = await enter(ctx)
    if (!entered) return ctx.response.redirect().toPath('/expert')
    const { meeting, board, stage, member, groupId } = entered
    const filters = filtersOf(ctx.request, STAGE_FILTERS)
    const asked = pageOf(ctx.request)
    const cases = await stageCases(board, stage, member, filters)
    const shown = cases.slice((asked.page - 1) * asked.pageSize, asked.page * asked.pageSize)
    const { ruleset } = await rulesetById(meeting.rulesetId)
    const spreads =
      (stage.primitive === 'open_voting' || stage.primitive === 'confirm') && stage.who !== 'second'
        ? board.mode.stages.filter(({ primitive }) => primitive === 'score')
        : []
    return page(ctx.inertia, 'expert/meetings/stage', {
      ...(await frame(board, meeting, stage, member)),
      rows: {
        data: await stageRows(meeting, board, stage, member, shown),
        meta: { total: cases.length, page: asked.page, perPage: asked.pageSize },
      },
      filters,
      specialties: await specialtiesOf(meeting.id),
      open: (await stageCases(board, stage, member, { state: 'open' })).length,
      members: (stage.scope === 'group'
        ? membersOf(board, stage, groupId)
        : board.members.filter(({ status }) => status === 'active')
      ).map(({ id, name, groupId: group, isLeader }) => ({ id, name, groupId: group, isLeader })),
      people: ['roll', 'assign'].includes(stage.primitive)
        ? await memberPeople(board, stage, groupId)
        : [],
      groups: board.groups,
      blocked:
        stage.per === 'scope'
          ? scopeBlockedBy(board, stage, groupId)
          : offRoll(board, stage, member),
      voided: await voidedBallot(meeting.id, board, stage),
      counts:
        stage.primitive === 'open_voting'
          ? await switchCounts(meeting.id, board, stage, groupId, ruleset.voting)
          : null,
      spread: await scoreSpread(board, spreads, groupId),
      scopeDone: board.states.has(`${stage.id}|${groupId}`),
      committeeSize: board.committeeSize,
      quorum: ruleset.voting.quorum,
    })
  }

  /** The list as it stands under its filters, as an Excel file. */
  async export(ctx: HttpContext) {
    const entered = await enter(ctx)
    if (!entered) throw new Forbidden()
    const { meeting, board, stage, member } = entered
    const cases = await stageCases(board, stage, member, filtersOf(ctx.request, STAGE_FILTERS))
    return xlsxReply(ctx, {
      name: `${stage.label}-${meeting.name}`,
      columns: stageColumns(stage),
      rows: await stageRows(meeting, board, stage, member, cases),
    })
  }

  /** One case with its file beside what is entered for it; the next and the one before are a key away. */
  async desk(ctx: HttpContext) {
    const entered = await enter(ctx)
    if (!entered) return ctx.response.redirect().toPath('/expert')
    const { meeting, board, stage, member } = entered
    const cases = await stageCases(board, stage, member)
    const index = cases.findIndex(({ id }) => id === Number(ctx.params.case))
    if (index < 0 || !member) throw new NotFound('没有这位参评人员，或不由您办理。')
    const one = cases[index]
    const [row] = await stageRows(meeting, board, stage, member, [one])
    const waiting = cases.filter((each) => !isDoneBy(board, stage, each, member.id))
    const readable = meeting.status === 'in_session' && mayRead(board, member, one)
    return page(ctx.inertia, 'expert/meetings/desk', {
      ...(await frame(board, meeting, stage, member)),
      row,
      place: {
        index: index + 1,
        total: cases.length,
        previous: cases[index - 1]?.id ?? null,
        next: cases[index + 1]?.id ?? null,
        nextOpen:
          (
            waiting.find((each) => cases.indexOf(each) > index) ??
            waiting.find(({ id }) => id !== one.id)
          )?.id ?? null,
      },
      file: readable
        ? await applicationFile(await Application.findOrFail(one.applicationId), 'reviewer')
        : null,
      note: readable ? await noteOf(one.id, member.id) : '',
      votes: stage.primitive === 'deliberate' ? await votesOn(board, stage, one) : [],
      points: stage.primitive === 'confirm' ? await pointsOn(meeting, board, one) : [],
    })
  }

  async file({ params, inertia, actor }: HttpContext) {
    const { meeting, board } = await loadBoard(Number(params.id))
    const one = board.cases.find(({ id }) => id === Number(params.case))
    const member = board.members.find(({ accountId }) => accountId === actor!.accountId)
    const open = meeting.status === 'in_session' && member?.pledged
    if (!one || !member || !open || !mayRead(board, member, one)) throw new NotFound()
    const application = await Application.findOrFail(one.applicationId)
    return page(inertia, 'expert/meetings/file', {
      meeting: { id: meeting.id, name: meeting.name },
      title: `${application.personName} · ${application.titleName}`,
      hint: `${application.seriesName} / ${application.specialtyName}`,
      file: await applicationFile(application, 'reviewer'),
    })
  }

  async act(ctx: HttpContext) {
    const message = await perform(ctx)
    return done(ctx, { message })
  }

  async note(ctx: HttpContext) {
    const { text } = await ctx.request.validateUsing(noteValidator)
    const caseId = Number(ctx.params.case)
    await saveNote(actorContext(ctx), Number(ctx.params.id), { caseId, text: text ?? null })
    return done(ctx, { message: '' })
  }

  async avoid(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(avoidValidator)
    const { moved } = await avoidCase(actorContext(ctx), Number(ctx.params.id), {
      ...input,
      memberId: undefined,
    })
    return done(ctx, {
      message: moved > 0 ? '已回避，您负责的评审已转给本组其他专家' : '已回避这位参评人员',
    })
  }
}

interface Entered {
  acting: ActorContext
  meeting: Meeting
  board: Board
  stage: ReviewStage
  member: BoardMember | null
  groupId: number
}

/** Who enters a stage of a meeting: a member whose stage it is, or the office for its own; null before the pledge. */
async function enter(ctx: HttpContext): Promise<Entered | null> {
  const acting = actorContext(ctx)
  const { meeting, board } = await loadBoard(Number(ctx.params.id))
  const stage = board.mode.stages.find(({ id }) => id === ctx.params.stage)
  if (!stage) throw new NotFound('没有这个评审环节。')
  const member = board.members.find(({ accountId }) => accountId === acting.actor.accountId) ?? null
  if (member && !member.pledged) return null
  if (!member && !(await isOffice(acting, meeting))) throw new Forbidden()
  const isMine = member ? stagesFor(board, member).includes(stage) : stage.who === 'office'
  if (!isMine) throw new Forbidden('这一环节不由您办理。')
  const groupId = stage.scope === 'group' ? (member?.groupId ?? 0) : 0
  return { acting, meeting, board, stage, member, groupId }
}

/** What all pages of a stage show: the meeting, the way through it, the stage itself. */
async function frame(
  board: Board,
  meeting: Meeting,
  stage: ReviewStage,
  member: BoardMember | null
) {
  return {
    meeting: { id: meeting.id, name: meeting.name, status: meeting.status },
    stages: await stagesOf(board, member),
    stage: {
      id: stage.id,
      label: stage.label,
      primitive: stage.primitive,
      scope: stage.scope,
      subject: stage.subject ?? null,
      ballot: stage.ballot ?? null,
      blind: stage.blind ?? false,
      forgotten: leadsToSecretVote(board.mode, stage),
      per: stage.per,
      who: stage.who,
      columns: stage.columns,
    },
    mine: await ownProgress(board, stage, member),
    sheet:
      stage.primitive === 'score' || stage.subject === 'criteria'
        ? await sheetOf({ trx: db as never, stage, meeting })
        : [],
  }
}

/** The stages in someone's menu, each with what he has done of what is his. */
async function stagesOf(board: Board, member: BoardMember | null) {
  const all = new Map(overview(board).map((each) => [each.id, each]))
  const stages = member
    ? ownStages(board, member)
    : board.mode.stages.filter(({ who }) => who === 'office')
  return Promise.all(
    stages.map(async (stage) => ({
      ...all.get(stage.id)!,
      ...(member && stage.per === 'case' && (await ownProgress(board, stage, member))),
      // a leader's switch counts his own group
      ...(member?.isLeader &&
        member.groupId !== null &&
        stage.scope === 'group' &&
        stage.per === 'scope' &&
        progressOf(board, stage, member.groupId)),
    }))
  )
}

async function specialtiesOf(meetingId: number) {
  const rows = await db
    .from('meeting_cases as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .where('c.meeting_id', meetingId)
    .distinct('a.specialty_name')
    .orderBy('a.specialty_name')
  return rows.map(({ specialty_name: name }) => name as string)
}
