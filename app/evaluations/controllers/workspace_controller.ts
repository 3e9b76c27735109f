import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { applicationFile } from '#applications/queries/application_file'
import { isOffice } from '#evaluations/acts/act'
import { PLEDGE, signPledge } from '#evaluations/actions/sign_pledge'
import { membersOf } from '#evaluations/board'
import { perform } from '#evaluations/controllers/perform'
import { sheetOf } from '#evaluations/acts/judge'
import { overview, scopeBlockedBy } from '#evaluations/progress'
import { loadBoard } from '#evaluations/queries/load_board'
import { stageRows, switchCounts } from '#evaluations/queries/stage_rows'
import { mayRead, stagesFor } from '#evaluations/roles'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { Forbidden, NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** The place where experts, and the committee's office for its own stages, work through a meeting. */
export default class WorkspaceController {
  async index({ inertia, actor }: HttpContext) {
    const rows = await db
      .from('meeting_members as m')
      .join('meetings as g', 'g.id', 'm.meeting_id')
      .where('m.account_id', actor!.accountId!)
      .orderBy('g.id', 'desc')
      .select('g.id', 'g.name', 'g.status', 'g.place')
    const meetings = []
    for (const row of rows) {
      const { board } = await loadBoard(row.id)
      const member = board.members.find(({ accountId }) => accountId === actor!.accountId)!
      const all = new Map(overview(board).map((each) => [each.id, each]))
      meetings.push({
        id: row.id as number,
        name: row.name as string,
        status: row.status as string,
        place: row.place as string,
        pledged: member.pledged,
        stages: stagesFor(board, member).map(({ id }) => all.get(id)!),
      })
    }
    return page(inertia, 'expert/meetings/index', { meetings, pledge: PLEDGE })
  }

  async pledge(ctx: HttpContext) {
    await signPledge(actorContext(ctx), { meetingId: Number(ctx.params.id) })
    return done(ctx, { message: '已签署承诺书，可以开始评审' })
  }

  async show(ctx: HttpContext) {
    const { params, inertia, response } = ctx
    const acting = actorContext(ctx)
    const { meeting, board } = await loadBoard(Number(params.id))
    const stage = board.mode.stages.find(({ id }) => id === params.stage)
    if (!stage) throw new NotFound('没有这个评审环节。')
    const member =
      board.members.find(({ accountId }) => accountId === acting.actor.accountId) ?? null
    if (member && !member.pledged) return response.redirect().toPath('/expert')
    const office = !member && (await isOffice(acting, meeting))
    if (!member && !office) throw new Forbidden()
    const groupId = stage.scope === 'group' ? (member?.groupId ?? 0) : 0
    const stages = member
      ? stagesFor(board, member)
      : board.mode.stages.filter(({ who }) => who === 'office')
    if (!stages.includes(stage)) throw new Forbidden('这一环节不由您办理。')
    const progress = new Map(overview(board).map((each) => [each.id, each]))
    return page(inertia, 'expert/meetings/stage', {
      meeting: { id: meeting.id, name: meeting.name, status: meeting.status },
      stages: stages.map(({ id }) => progress.get(id)!),
      stage: {
        id: stage.id,
        label: stage.label,
        primitive: stage.primitive,
        subject: stage.subject ?? null,
        ballot: stage.ballot ?? null,
        per: stage.per,
        columns: stage.columns,
      },
      rows: await stageRows(meeting, board, stage, member),
      members: (stage.scope === 'group'
        ? membersOf(board, stage, groupId)
        : board.members.filter(({ status }) => status === 'active')
      ).map(({ id, name, groupId: group, isLeader }) => ({ id, name, groupId: group, isLeader })),
      groups: board.groups,
      blocked: stage.per === 'scope' ? scopeBlockedBy(board, stage, groupId) : null,
      sheet:
        stage.primitive === 'score' || stage.subject === 'criteria'
          ? await sheetOf({ trx: db as never, stage, meeting })
          : [],
      counts: stage.primitive === 'open_voting' ? await switchCounts(board, stage, groupId) : null,
      scopeDone: board.states.has(`${stage.id}|${groupId}`),
      committeeSize: board.committeeSize,
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
}
