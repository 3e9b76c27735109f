import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import type Account from '#identity/models/account'
import type { ActorContext } from '#web/actor'

/** Closes an account, or opens a closed one again; either way its sessions end. Answers whether it is open now. */
export default async function toggleAccount(ctx: ActorContext, account: Account): Promise<boolean> {
  const opens = account.status === 'disabled'
  await db.transaction(async (trx) => {
    await account
      .useTransaction(trx)
      .merge({
        status: opens ? (account.password ? 'active' : 'pending') : 'disabled',
        sessionEpoch: account.sessionEpoch + 1,
      })
      .save()
    await audit(
      ctx,
      {
        action: opens ? 'account.enabled' : 'account.disabled',
        objectType: 'account',
        objectId: account.id,
      },
      trx
    )
  })
  return opens
}
