import db from '@adonisjs/lucid/services/db'
import { defineJob } from '#jobs/define_job'
import notify from '#notifications/actions/notify'
import { sentence } from '#web/sentence'

/** Tells experts what was decided on the profiles they handed in (HB-49, HB-65); whoever has no account of his own hears of nothing. */
defineJob<{ eventIds: number[] }>({
  kind: 'notifications.experts',
  async handle({ ctx, payload: { eventIds }, progress }) {
    const rows = await db
      .from('expert_events as v')
      .join('accounts as a', 'a.expert_id', 'v.expert_id')
      .whereIn('v.id', eventIds)
      .where('a.kind', 'expert')
      .whereNull('a.meeting_id')
      .orderBy('v.id')
      .select('v.id', 'v.kind', 'v.text', 'a.id as account_id')
    for (const [index, row] of rows.entries()) {
      await notify(ctx, {
        accountId: row.account_id,
        ...wordsOf(row.kind, row.text),
        link: '/expert-profile',
        key: `expert-event:${row.id}`,
      })
      await progress(index + 1)
    }
  },
})

const wordsOf = (kind: string, text: string | null) =>
  kind === 'approved'
    ? {
        title: '专家信息审核通过',
        body: `您提交的专家信息已审核通过。${text ? `审核意见：${sentence(text)}` : ''}`,
      }
    : {
        title: '专家信息被退回',
        body: `您提交的专家信息审核不通过。原因：${sentence(text ?? '')}请修改后重新提交审批。`,
      }
