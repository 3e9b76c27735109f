import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Deadlock, and a record that changed since the last read. */
const LOST = new Set([1213, 1020])
const ATTEMPTS = 5

/** A transaction of the running tenant, begun again where it lost against another one: nothing was written then. */
export async function transaction<Result>(
  work: (trx: TransactionClientContract) => Promise<Result>
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work)
    } catch (error) {
      const { errno } = error as { errno?: number }
      if (!LOST.has(errno ?? 0) || attempt === ATTEMPTS) throw error
    }
  }
}
