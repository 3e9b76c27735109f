import db from '@adonisjs/lucid/services/db'
import type Account from '#identity/models/account'
import { Refusal } from '#web/refusal'

/** An account whose registration was refused makes room for the next attempt. */
export async function takenBack(account: Account | null) {
  if (!account || account.status !== 'disabled') return
  const refused = await db
    .from('registrations')
    .where({ account_id: account.id, status: 'refused' })
    .first()
  if (!refused) return
  await db.from('registrations').where('account_id', account.id).update({ account_id: null })
  await account.delete()
}

/** Two registrations in one moment: the database keeps one account, the other hears why. */
export async function asRegistered(open: () => Promise<Account>): Promise<Account> {
  try {
    return await open()
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1062) throw error
    throw new Refusal('account_exists', '已有账号，请直接登录。')
  }
}
