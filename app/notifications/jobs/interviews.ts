import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import { defineJob } from '#jobs/define_job'
import { channelsFor } from '#notifications/rules'
import notify from '#notifications/actions/notify'
import { DateTime } from 'luxon'
import { stamp } from '#web/stamp'

/** Tells the participants of a meeting when and where they are interviewed (HU-13). */
defineJob<{ meetingId: number }>({
  kind: 'notifications.interviews',
  async handle({ ctx, payload: { meetingId }, progress }) {
    const meeting = await db.from('meetings').where('id', meetingId).firstOrFail()
    const rows = await db
      .from('meeting_cases as k')
      .join('applications as a', 'a.id', 'k.application_id')
      .where('k.meeting_id', meetingId)
      .whereNotNull('k.interview_at')
      .orderBy('k.number')
      .select(
        'k.id',
        'k.interview_at',
        'k.room',
        'k.interview_order',
        'a.id as case',
        'a.account_id',
        'a.ruleset_id'
      )
    for (const [index, row] of rows.entries()) {
      const at = DateTime.fromJSDate(row.interview_at).setZone('Asia/Shanghai')
      const place = [meeting.place, row.room].filter(Boolean).join(' ')
      await notify(ctx, {
        channels: channelsFor((await rulesetById(row.ruleset_id)).ruleset, 'interview'),
        accountId: row.account_id,
        title: '面试答辩通知',
        body: `请于 ${at.toFormat('yyyy 年 M 月 d 日 HH:mm')} 到 ${place} 参加“${meeting.name}”的面试答辩${
          row.interview_order ? `，顺序号 ${row.interview_order}` : ''
        }。请携带本人有效身份证件，提前 15 分钟到场。`,
        link: `/apply/${row.case}`,
        key: `interview:${row.id}:${at.toMillis()}:${row.room ?? ''}:${row.interview_order ?? ''}`,
      })
      await db
        .from('meeting_cases')
        .where('id', row.id)
        .update({ notified_at: stamp(ctx) })
      await progress(index + 1)
    }
    return { message: `已向 ${rows.length} 位参评人员发送面试通知` }
  },
})
