import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import { isOffice } from '#evaluations/acts/act'
import { officeMeeting } from '#evaluations/actions/meetings'
import StoredFile from '#files/models/stored_file'
import { sendFile } from '#files/send_file'
import { storeUpload } from '#files/store_file'
import { closeReportedMeeting } from '#results/actions/close_meeting'
import * as publicity from '#results/actions/publicity'
import {
  MEETING_FILTERS,
  countsOf,
  listMeetings,
  visibleMeeting,
  waitingFor,
} from '#results/queries/list_meetings'
import { listPublicities } from '#results/queries/list_publicities'
import { PEOPLE_FILTERS, STORES, listPeople, type Store } from '#results/queries/list_people'
import { meetingExport } from '#results/queries/meeting_exports'
import { settleRoles, withRole } from '#results/roles'
import { openValidator } from '#results/validators/results'
import { actorContext } from '#web/actor'
import { xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 评审结果进行公示: reported meetings with their minutes, lists and publicity. */
export default class ResultsController {
  async index({ inertia, request, actor }: HttpContext) {
    await settleRoles()
    const filters = filtersOf(request, MEETING_FILTERS)
    return page(inertia, 'office/results/index', {
      filters,
      meetings: await listMeetings(actor!, filters, pageOf(request)),
    })
  }

  async publicities(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const filters = filtersOf(ctx.request, ['status'])
    return page(ctx.inertia, 'office/results/publicities', {
      filters,
      publicities: await listPublicities(actor, filters, pageOf(ctx.request)),
    })
  }

  async show(ctx: HttpContext) {
    const actor = actorContext(ctx)
    await settleRoles()
    const meeting = await visibleMeeting(actor, Number(ctx.params.id))
    const filters = filtersOf(ctx.request, [...PEOPLE_FILTERS, 'store'])
    const { ruleset } = await rulesetById(meeting.rulesetId)
    const people = await listPeople(
      actor.actor,
      { meetingId: meeting.id, store: storeOf(filters.store) },
      filters,
      pageOf(ctx.request)
    )
    const entitled = await withRole(
      actor.actor,
      people.data.map(({ id }) => id),
      'publisher'
    )
    const minutes = meeting.minutesFileId ? await StoredFile.find(meeting.minutesFileId) : null
    const committee = await db
      .from('committees')
      .where('id', meeting.committeeId)
      .select('name', 'level')
      .firstOrFail()
    const counts = (await countsOf([meeting.id])).get(meeting.id)
    return page(ctx.inertia, 'office/results/show', {
      meeting: {
        id: meeting.id,
        name: meeting.name,
        status: meeting.status,
        committee: committee.name as string,
        mode: ruleset.reviewModes.find(({ id }) => id === meeting.reviewMode)?.label ?? '',
        startsOn: meeting.startsAt.setZone('Asia/Shanghai').toISODate()!,
        endsOn: meeting.endsAt.setZone('Asia/Shanghai').toISODate()!,
        place: meeting.place,
        minutesRequired: ruleset.results.minutesRequired,
        minutes: minutes && {
          id: minutes.id,
          name: minutes.name,
          mime: minutes.mime,
          size: minutes.size,
        },
      },
      counts: counts ?? null,
      waiting: (await waitingFor(actor.actor, [meeting.id])).get(meeting.id) ?? 0,
      isOffice: await isOffice(actor, meeting),
      days: ruleset.results.publicityWorkingDays,
      filters,
      people: {
        meta: people.meta,
        data: people.data.map((row) => ({ ...row, mayPublicise: entitled.has(row.id) })),
      },
    })
  }

  /** 导出评委清单、评审通过清单、评审未通过清单 */
  async export(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const meeting = await visibleMeeting(actor, Number(ctx.params.id))
    return xlsxReply(ctx, meetingExport(actor, meeting, ctx.params.list))
  }

  async minutes(ctx: HttpContext) {
    const meeting = await visibleMeeting(actorContext(ctx), Number(ctx.params.id))
    const file = meeting.minutesFileId ? await StoredFile.find(meeting.minutesFileId) : null
    if (!file) throw new NotFound('还没有上传会议纪要。')
    return sendFile(ctx, file)
  }

  async uploadMinutes(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const meeting = await officeMeeting(actor, Number(ctx.params.id))
    if (meeting.status !== 'reported')
      throw new NotFound('评审结果上报后、会议关闭前可以上传会议纪要。')
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
    const actor = actorContext(ctx)
    const asked = { meetingId: Number(ctx.params.id), ...input }
    const jobId = await publicity.openPublicityLater(actor, asked)
    if (jobId) return done(ctx, { message: '人数较多，正在后台公示', to: `/jobs/${jobId}` })
    const opened = await publicity.openPublicity(actor, asked)
    return done(ctx, { message: publicity.openedSentence(opened) })
  }

  async close(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const id = Number(ctx.params.id)
    const jobId = await publicity.closePublicityLater(actor, id)
    if (jobId) return done(ctx, { message: '人数较多，正在后台转入结果库', to: `/jobs/${jobId}` })
    const count = await publicity.closePublicity(actor, id)
    return done(ctx, { message: `公示结束，${count} 人转入结果库` })
  }

  async closeMeeting(ctx: HttpContext) {
    await closeReportedMeeting(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '评审会议已关闭' })
  }
}

const storeOf = (asked: string | undefined): Store | undefined =>
  asked && Object.hasOwn(STORES, asked) ? (asked as Store) : undefined
