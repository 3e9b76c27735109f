import type { Slip } from '#committees/actions/committee_account'
import { expertsOf } from '#committees/scope'
import resetActivation from '#identity/actions/reset_activation'
import Account from '#identity/models/account'
import db from '@adonisjs/lucid/services/db'
import type { Actor, ActorContext } from '#web/actor'

const AT_ONCE = 200

/** Own accounts of experts in the actor's pools that were never activated. */
export function waitingAccounts(actor: Actor) {
  const query = db
    .from('experts as e')
    .join('accounts as a', 'a.expert_id', 'e.id')
    .where({ 'a.kind': 'expert', 'a.status': 'pending' })
    .whereNull('a.meeting_id')
  return expertsOf(query, actor)
}

/** New activation secrets for those who never used theirs, e.g. after a batch was added (HB-48). */
export async function issueSlips(ctx: ActorContext): Promise<Slip[]> {
  const rows = await waitingAccounts(ctx.actor).orderBy('a.id').limit(AT_ONCE).select('a.id')
  const slips: Slip[] = []
  for (const { id } of rows as { id: number }[]) {
    const account = await Account.findOrFail(id)
    const secret = await resetActivation(ctx, account)
    slips.push({ name: account.name, login: account.login, secret })
  }
  return slips
}
