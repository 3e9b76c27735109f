import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { newSecret, secretHash } from '#identity/activation_secret'
import type Account from '#identity/models/account'
import { currentRuleset } from '#batches/queries/rulesets'
import type { ActorContext } from '#web/actor'

/** A new one-time secret for someone who lost access; ends his sessions and his old password. */
export default async function resetActivation(
  ctx: ActorContext,
  account: Account
): Promise<string> {
  const secret = newSecret()
  const { accounts } = (await currentRuleset()).ruleset
  await db.transaction(async (trx) => {
    await account
      .useTransaction(trx)
      .merge({
        password: null,
        mustChangePassword: true,
        activationHash: secretHash(secret),
        activationExpiresAt: ctx.now().plus({ days: accounts.activationDays }),
        status: 'pending',
        failedAttempts: 0,
        lockedUntil: null,
        sessionEpoch: account.sessionEpoch + 1,
      })
      .save()
    await audit(ctx, { action: 'account.reset', objectType: 'account', objectId: account.id }, trx)
  })
  return secret
}
