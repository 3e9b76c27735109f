import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import { keepsCommittee } from '#evaluations/acts/act'
import { officeMeeting } from '#evaluations/actions/meetings'
import { storeUpload } from '#files/store_file'
import * as publicity from '#results/actions/publicity'
import { objectionValidator, openValidator, resolveValidator } from '#results/validators/results'
import { actorContext, today, type ActorContext } from '#web/actor'
import { page } from '#web/page'
import { paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

/** 评审结果: reported meetings, publicity, objections, the passed and the not passed. */
export default class ResultsController {
  async index(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const found = await paged<Record<string, any>>(
      db
        .from('meetings as m')
        .join('committees as c', 'c.id', 'm.committee_id')
        .whereIn('m.status', ['reported', 'closed'])
        .where((own) => concerns(own, actor.actor.organizationId ?? 0))
        .orderBy('m.id', 'desc')
        .select(
          'm.id',
          'm.name',
          'm.minutes_file_id',
          'm.ruleset_id',
          'm.committee_id',
          'c.name as committee'
        ) as never,
      pageOf(ctx.request)
    )
    const meetings = []
    for (const row of found.data) {
      const { ruleset } = await rulesetById(row.ruleset_id)
      const first = await Application.query()
        .where({ meetingId: row.id, stage: 'reported' })
        .first()
      const publisher = first ? await publicity.publisherOf(first) : null
      meetings.push({
        id: row.id as number,
        name: row.name as string,
        committee: row.committee as string,
        hasMinutes: row.minutes_file_id !== null,
        minutesRequired: ruleset.results.minutesRequired,
        mayUploadMinutes:
          actor.actor.committeeId === row.committee_id ||
          (await keepsCommittee(actor.actor.organizationId, row.committee_id)),
        publisher: publisher?.name ?? null,
        rule: publisher?.rule ?? null,
        mayPublicise: first ? await publicity.mayPublicise(actor, first) : false,
        counts: await countsOf(row.id),
      })
    }
    const publicities = await db
      .from('publicities')
      .where('organization_id', actor.actor.organizationId ?? 0)
      .orderBy('id', 'desc')
      .limit(50)
    return page(ctx.inertia, 'office/results/index', {
      meetings: { meta: found.meta, data: meetings },
      publicities: publicities.map((row) => ({
        id: row.id as number,
        title: row.title as string,
        startsOn: row.starts_on as string,
        endsOn: row.ends_on as string,
        status: row.status as string,
        over: today(actor) > row.ends_on,
      })),
    })
  }

  async show(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const all = await Application.query().where('meetingId', Number(ctx.params.id)).orderBy('id')
    const rows = []
    for (const each of all) if (await maySee(actor, each)) rows.push(each)
    return page(ctx.inertia, 'office/results/show', {
      meetingId: Number(ctx.params.id),
      people: await Promise.all(
        rows.map(async (each) => ({
          id: each.id,
          name: each.personName,
          title: each.titleName,
          specialty: each.specialtyName,
          stage: each.stage,
          outcome: each.outcome,
          yes: each.tally?.yes ?? null,
          no: each.tally?.no ?? null,
          abstain: each.tally?.abstain ?? null,
          mayPublicise: await publicity.mayPublicise(actor, each),
        }))
      ),
    })
  }

  async uploadMinutes(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const meeting = await officeMeeting(actor, Number(ctx.params.id))
    const file = await storeUpload(actor, ctx.request.file('file'), {
      purpose: 'minutes',
      accept: ['pdf', 'jpg', 'png'],
      maxSizeKb: 20_480,
    })
    await meeting.merge({ minutesFileId: file.id }).save()
    return done(ctx, { message: '会议纪要已上传' })
  }

  async open(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(openValidator)
    const opened = await publicity.openPublicity(actorContext(ctx), {
      meetingId: Number(ctx.params.id),
      ...input,
    })
    return done(ctx, {
      message: `已公示 ${opened.passed} 人，至 ${opened.endsOn} 结束；${opened.notPassed} 人转入评审未通过人员管理`,
    })
  }

  async close(ctx: HttpContext) {
    const count = await publicity.closePublicity(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: `公示结束，${count} 人转入结果库` })
  }

  async object(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(objectionValidator)
    await publicity.moveToObjection(actorContext(ctx), Number(ctx.params.id), reason)
    return done(ctx, { message: '已转入异议库' })
  }

  async resolve(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(resolveValidator)
    await publicity.resolveObjection(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, {
      message: input.outcome === 'passed' ? '已转入评审通过人员库' : '已转入评审未通过人员库',
    })
  }
}

/** Meetings of committees a body keeps, and those with cases it had on its desk. */
function concerns(query: ReturnType<typeof db.from>, organizationId: number) {
  query
    .where('c.organization_id', organizationId)
    .orWhere('c.office_id', organizationId)
    .orWhereIn(
      'm.id',
      db
        .from('applications as a')
        .join('work_items as w', 'w.application_id', 'a.id')
        .where('w.organization_id', organizationId)
        .whereNotNull('a.meeting_id')
        .select('a.meeting_id')
    )
}

/** A person of a meeting, to the bodies of his way, to who publicises him and to who keeps the committee. */
async function maySee(ctx: ActorContext, application: Application): Promise<boolean> {
  const own = ctx.actor.organizationId
  return (
    application.route.some(({ organizationId }) => organizationId === own) ||
    (await keepsCommittee(own, application.committeeId ?? 0)) ||
    publicity.mayPublicise(ctx, application)
  )
}

async function countsOf(meetingId: number) {
  const rows = await db
    .from('applications')
    .where('meeting_id', meetingId)
    .groupBy('stage', 'outcome')
    .select('stage', 'outcome')
    .count('* as count')
  const of = (holds: (row: { stage: string; outcome: string | null }) => boolean) =>
    rows.filter(holds as never).reduce((sum, row) => sum + Number(row.count), 0)
  return {
    reported: of(({ stage }) => stage === 'reported'),
    passed: of(({ outcome }) => outcome === 'passed'),
    notPassed: of(({ outcome }) => outcome === 'not_passed'),
    inPublicity: of(({ stage }) => stage === 'in_publicity'),
    objection: of(({ stage }) => stage === 'objection'),
  }
}
