import { DateTime } from 'luxon'
import { currentTenant } from '#tenancy/context'

/**
 * The present of the running province. It is the real one, save in a demo whose days were moved on so that periods
 * can be seen to end; what guards an account (sessions, locks, codes) never asks here.
 */
export const now = () => DateTime.utc().plus({ days: currentTenant()?.daysAhead ?? 0 })

/** Today in China, `YYYY-MM-DD`: periods and deadlines count in it. */
export const chinaToday = () => now().setZone('Asia/Shanghai').toISODate()!
