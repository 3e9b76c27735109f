import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'

/** Whether nobody has acted since the submission (HB-42); `decide` has the last word. */
export async function canWithdraw({ id, stage }: Pick<Application, 'id' | 'stage'>) {
  if (stage !== 'in_approval') return false
  const last = await db
    .from('application_events')
    .where('application_id', id)
    .whereNull('undone_by')
    .orderBy('sequence', 'desc')
    .select('type')
    .first()
  return last?.type === 'submit'
}
