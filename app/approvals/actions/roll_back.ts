import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import apply from '#lifecycle/apply'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/**
 * Takes the newest step of a qualified case back, down to its qualification, which is then reviewed anew (HU-71). What a
 * meeting did is taken back in the meeting before. Answers what was taken back.
 */
export default async function rollBack(
  ctx: ActorContext,
  application: Application,
  input: { reason: string; version: number }
): Promise<string> {
  const { eventCount } = await apply(ctx, {
    applicationId: application.id,
    expectedVersion: input.version,
    command: { type: 'rollback', reason: input.reason },
    alongside: async (_, { stage }) => {
      if (stage !== 'qualified')
        throw new Refusal(
          'stage',
          '只有资格审核通过、没有进入评审的申报可以回退；已进入评审的，须先在评审会议中由下向上回退并移出会议。'
        )
    },
  })
  const { undone } = await db
    .from('application_events')
    .where({ application_id: application.id, sequence: eventCount })
    .select(db.raw("json_unquote(json_extract(payload, '$.label')) as undone"))
    .firstOrFail()
  return undone
}
