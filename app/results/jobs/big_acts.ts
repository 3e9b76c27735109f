import db from '@adonisjs/lucid/services/db'
import { defineJob } from '#jobs/define_job'
import { decideFiling } from '#results/actions/filings'
import {
  closePublicity,
  openedSentence,
  openPublicity,
  type OpenPublicityInput,
} from '#results/actions/publicity'
import { Refusal } from '#web/refusal'

// A list is publicised whole (HN-25) and filed whole under its one number (HU-59), so these are one transaction each: a run
// that was killed left nothing. Closing goes in chunks. What came through is told by what stands.

defineJob<OpenPublicityInput & { applicationIds: number[] }>({
  kind: 'results.open_publicity',
  async handle({ payload, ctx, progress }) {
    const to = `/results/${payload.meetingId}`
    const left = await db
      .from('applications')
      .whereIn('id', payload.applicationIds)
      .where({ meeting_id: payload.meetingId, stage: 'reported' })
      .first()
    if (!left) return { message: '评审结果已公示', to }
    return { message: openedSentence(await openPublicity(ctx, payload, progress)), to }
  },
})

defineJob<{ publicityId: number }>({
  kind: 'results.close_publicity',
  async handle({ payload: { publicityId }, ctx, progress }) {
    const to = '/results/people?store=passed'
    const { status } = await db.from('publicities').where('id', publicityId).firstOrFail()
    if (status === 'closed') return { message: '公示已结束', to }
    const count = await closePublicity(ctx, publicityId, progress)
    return { message: `公示结束，${count} 人转入结果库`, to }
  },
})

defineJob<{ filingId: number; version: number }>({
  kind: 'results.decide_filing',
  async handle({ payload: { filingId, version }, ctx, progress }) {
    const to = `/filings/${filingId}`
    const filing = await db.from('filings').where('id', filingId).firstOrFail()
    if (filing.status === 'approved') return { message: '备案已登记', to }
    if (filing.version !== version)
      throw new Refusal('stale', '备案申请已由他人办理，请打开后重新核对。')
    const count = await decideFiling(
      ctx,
      filingId,
      {
        version,
        outcome: 'approved',
        opinion: filing.opinion,
        number: filing.number,
        filedOn: filing.filed_on,
      },
      progress
    )
    return { message: `审核通过，${count} 人已备案`, to }
  },
})
