import { readSetting } from '#web/settings'

/** How the province lets people in; the security administrator changes it. */
export interface SignInPolicy {
  /** roles that need a second factor */
  secondFactorRoles: string[]
  /** chairs and vice chairs of meetings that are not closed */
  secondFactorChairs: boolean
  /** whoever may issue or revoke certificates */
  secondFactorIssuers: boolean
  /** wrong passwords in a row before the account is locked */
  lockAfter: number
  lockMinutes: number
  /** a password older than this has to be changed; 0: never */
  passwordDays: number
  /** a session ends for good after so many hours */
  sessionHours: number
}

/** Where nobody said otherwise (GB/T 22239, level 3). */
export const USUAL_POLICY: SignInPolicy = {
  secondFactorRoles: ['tenant_admin', 'security_admin', 'audit_admin'],
  secondFactorChairs: true,
  secondFactorIssuers: true,
  lockAfter: 5,
  lockMinutes: 15,
  passwordDays: 0,
  sessionHours: 12,
}

export const signInPolicy = () => readSetting('sign_in', USUAL_POLICY)
