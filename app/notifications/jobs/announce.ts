import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import { defineJob } from '#jobs/define_job'
import type { Announced } from '#notifications/announcements'
import { announcementOf } from '#notifications/announcements'
import { channelsFor } from '#notifications/rules'
import notify from '#notifications/actions/notify'

/** Tells the applicant what happened to his application. */
defineJob<{ applicationId: number; sequence: number }>({
  kind: 'notifications.announce',
  async handle({ ctx, payload: { applicationId, sequence } }) {
    const event = await db
      .from('application_events')
      .where({ application_id: applicationId, sequence })
      .firstOrFail()
    const words = announcementOf({
      type: event.type,
      stageAfter: event.stage_after,
      payload: (typeof event.payload === 'string'
        ? JSON.parse(event.payload)
        : event.payload) as Announced['payload'],
    })
    if (!words) return
    const application = await Application.findOrFail(applicationId)
    const { ruleset } = await rulesetById(application.rulesetId)
    await notify(ctx, {
      channels: channelsFor(ruleset, event.type),
      accountId: application.accountId,
      key: `event:${applicationId}:${sequence}`,
      link: `/apply/${applicationId}`,
      ...words,
    })
  },
})
