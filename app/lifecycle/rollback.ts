import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Application from '#applications/models/application'
import type { Command } from '#lifecycle/commands'
import type { Decision, Facts } from '#lifecycle/decide'
import { transitionOf } from '#lifecycle/transitions'

/**
 * Undoes the newest event that still stands: newest first, none may be skipped (HU-71). What the event changed goes
 * back to what it was before; whoever had to act then has to act again.
 */
export async function rollbackOf(
  trx: TransactionClientContract,
  application: Application,
  command: Extract<Command, { type: 'rollback' }>
): Promise<Decision> {
  const last = await trx
    .from('application_events')
    .where('application_id', application.id)
    .whereNull('undone_by')
    // these undo an event themselves
    .whereNotIn('type', ['rollback', 'leave_evaluation', 'recall_report'])
    .orderBy('sequence', 'desc')
    .first()
  if (!last) return { ok: false, code: 'rollback', message: '没有可以回退的环节。' }
  const transition = transitionOf(last.type)
  if (!transition?.reversible)
    return { ok: false, code: 'rollback', message: `“${transition?.label ?? last.type}”不能回退。` }
  const before = (
    typeof last.before === 'string' ? JSON.parse(last.before) : last.before
  ) as Partial<Facts>
  await trx
    .from('application_events')
    .where({ application_id: application.id, sequence: last.sequence })
    .update({ undone_by: application.eventCount + 1 })
  const facts = { ...pick(application), ...before }
  const atOffice = facts.stage === 'in_approval' || facts.stage === 'on_hold'
  const step = facts.route[facts.routeStep]
  return {
    ok: true,
    changes: before,
    payload: { undid: last.sequence, label: transition.label, reason: command.reason },
    open:
      atOffice && step
        ? {
            task: step.task,
            organizationId: step.organizationId,
            role: step.role,
            accountId: null,
            dueOn: null,
          }
        : facts.stage === 'returned'
          ? {
              task: 'correct',
              organizationId: null,
              role: null,
              accountId: application.accountId,
              dueOn: facts.dueOn,
            }
          : null,
    held: facts.stage === 'on_hold',
  }
}

const pick = (application: Application) => ({
  stage: application.stage as Facts['stage'],
  route: application.route as Facts['route'],
  routeStep: application.routeStep,
  dueOn: application.dueOn,
})
