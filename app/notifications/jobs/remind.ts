import db from '@adonisjs/lucid/services/db'
import { addWorkDays } from '#catalogue/work_days'
import { defineJob } from '#jobs/define_job'
import notify from '#notifications/actions/notify'
import { today } from '#web/actor'

const WORKING_DAYS = 2
const AT_ONCE = 500

/** Reminds applicants of corrections that fall due within two working days, once for each due day (R19). */
defineJob({
  kind: 'notifications.remind',
  label: '提醒即将到期的补正',
  everyMinutes: 60,
  async handle({ ctx, progress }) {
    const now = today(ctx)
    const items = await db
      .from('work_items as w')
      .join('applications as a', 'a.id', 'w.application_id')
      .where('w.status', 'open')
      .where('w.task', 'correct')
      .whereBetween('w.due_on', [now, await addWorkDays(now, WORKING_DAYS)])
      .whereNotExists((told) =>
        told
          .from('messages as m')
          .whereColumn('m.account_id', 'a.account_id')
          .whereRaw("m.key = concat('due:', w.id, ':', w.due_on)")
          .select(db.raw('1'))
      )
      .orderBy('w.id')
      .limit(AT_ONCE)
      .select(
        'w.id',
        'a.id as application',
        'a.account_id',
        db.raw('cast(w.due_on as char) as due')
      )
    for (const [index, item] of items.entries()) {
      await notify(ctx, {
        accountId: item.account_id,
        title: '您的申报补正即将到期',
        body: `请于 ${item.due} 前修改并重新提交，逾期视为放弃申报。如有正当理由，请联系所在单位申请延期。`,
        link: `/apply/${item.application}`,
        key: `due:${item.id}:${item.due}`,
      })
      await progress(index + 1, { total: items.length })
    }
    return { message: `已提醒 ${items.length} 位申报人` }
  },
})
