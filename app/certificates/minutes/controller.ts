import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { refuseTooLong } from '#certificates/minutes/minutes_data'
import { officeMeeting } from '#evaluations/actions/meetings'
import StoredFile from '#files/models/stored_file'
import { sendFile } from '#files/send_file'
import { enqueue } from '#jobs/enqueue'
import { actorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** The signed minutes of a meeting, for its office. */
export default class MinutesController {
  async store(ctx: HttpContext) {
    const acting = actorContext(ctx)
    const meeting = await officeMeeting(acting, Number(ctx.params.id))
    if (!['reported', 'closed'].includes(meeting.status))
      throw new Refusal('meeting', '评审结果上报后才能生成会议纪要。')
    const [{ cases }] = await db
      .from('meeting_cases')
      .where('meeting_id', meeting.id)
      .count('* as cases')
    refuseTooLong(Number(cases))
    const jobId = await enqueue(acting, {
      kind: 'meetings.minutes',
      // asked for again after it is made, it is made again
      key: `minutes:${meeting.id}:${meeting.version}:${meeting.minutesFileId ?? 0}`,
      label: '生成会议纪要和评审结果表',
      payload: { meetingId: meeting.id },
    })
    return done(ctx, { message: '正在生成会议纪要', to: `/jobs/${jobId}` })
  }

  async file(ctx: HttpContext) {
    const meeting = await officeMeeting(actorContext(ctx), Number(ctx.params.id))
    const file = meeting.minutesFileId ? await StoredFile.find(meeting.minutesFileId) : null
    if (!file) throw new NotFound('会议纪要还没有生成。')
    return sendFile(ctx, file)
  }
}
