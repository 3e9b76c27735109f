import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { now } from '#tenancy/clock'
import { requireTenant, type TenantInfo } from '#tenancy/context'

export type AccountKind =
  'applicant' | 'staff' | 'committee' | 'expert' | 'tenant_admin' | 'operator' | 'system'

/** Who acts: built from the account at each request, or the system itself in jobs and commands. */
export interface Actor {
  accountId: number | null
  name: string
  kind: AccountKind
  personId: number | null
  organizationId: number | null
  organizationName: string | null
  committeeId: number | null
  expertId: number | null
  roles: string[]
  abilities: ReadonlySet<string>
  can(ability: string, subject?: object): boolean
}

/** First argument of every action. `now` is the clock of the act (demo and tests set it). */
export interface ActorContext {
  actor: Actor
  tenant: TenantInfo
  now: () => DateTime
  requestId: string | null
}

export function actorContext(ctx: HttpContext): ActorContext {
  if (!ctx.actor) throw new Error('no actor: the route is public')
  return {
    actor: ctx.actor,
    tenant: requireTenant(),
    now,
    requestId: ctx.request.id() ?? null,
  }
}

/** The system acting by itself; `name` is what the log shows. */
export function systemContext(name = '系统', clock: () => DateTime = now): ActorContext {
  return {
    actor: {
      accountId: null,
      name,
      kind: 'system',
      personId: null,
      organizationId: null,
      organizationName: null,
      committeeId: null,
      expertId: null,
      roles: ['system'],
      abilities: new Set(),
      can: () => true,
    },
    tenant: requireTenant(),
    now: clock,
    requestId: null,
  }
}

/** Calendar day of the act in China, `YYYY-MM-DD`: periods and deadlines count in it. */
export const today = (ctx: Pick<ActorContext, 'now'>) =>
  ctx.now().setZone('Asia/Shanghai').toISODate()!

declare module '@adonisjs/core/http' {
  interface HttpContext {
    actor: Actor | null
  }
}
