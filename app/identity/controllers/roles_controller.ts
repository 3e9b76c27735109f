import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { addRole, changeRole, resetRole } from '#identity/actions/roles'
import { readProvider } from '#identity/oidc'
import { signInPolicy } from '#identity/sign_in_policy'
import { newRoleValidator, policyValidator, roleValidator } from '#identity/validators/roles'
import { provinceOf } from '#province/registry'
import { ABILITY_GROUPS, allAbilities, DUTIES, groupOf } from '#web/abilities'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { done } from '#web/reply'
import { rolesOfTenant } from '#web/roles'
import { writeSetting } from '#web/settings'

/** What the roles of the tenant may do, and who must sign in with a second factor. */
export default class RolesController {
  async index(ctx: HttpContext) {
    const given = new Set(provinceOf(ctx.tenant!.province).roles.map(({ id }) => id))
    const [own, counts, policy, provider] = await Promise.all([
      db.from('tenant_roles').select('id', 'version'),
      db.from('account_roles').groupBy('role').select('role').count('* as count'),
      signInPolicy(),
      readProvider(),
    ])
    const versions = new Map(own.map(({ id, version }) => [id, version as number]))
    const holders = new Map(counts.map(({ role, count }) => [role, Number(count)]))
    return page(ctx.inertia, 'tenant_admin/security/roles', {
      policy,
      provider: { ...provider.value, secret: '', version: provider.version },
      roles: (await rolesOfTenant()).map((role) => ({
        ...role,
        version: versions.get(role.id) ?? 0,
        isGiven: given.has(role.id),
        isOwn: ctx.actor!.roles.includes(role.id),
        accounts: holders.get(role.id) ?? 0,
      })),
      abilities: [...allAbilities()].map(([name, { label, duty }]) => ({
        name,
        label,
        duty: duty && DUTIES[duty],
        group: groupOf(name),
      })),
      groups: ABILITY_GROUPS,
    })
  }

  async store(ctx: HttpContext) {
    await addRole(actorContext(ctx), await ctx.request.validateUsing(newRoleValidator))
    return done(ctx, { message: '岗位已新增' })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(roleValidator)
    await changeRole(actorContext(ctx), ctx.params.role, input)
    return done(ctx, { message: '岗位权限已保存，立即生效' })
  }

  async destroy(ctx: HttpContext) {
    await resetRole(actorContext(ctx), ctx.params.role)
    return done(ctx, { message: '已恢复' })
  }

  async savePolicy(ctx: HttpContext) {
    const { version, ...asked } = await ctx.request.validateUsing(policyValidator)
    // what a page does not ask stays as it is
    const value = { ...(await signInPolicy()).value, ...asked }
    const actor = actorContext(ctx)
    await db.transaction(async (trx) => {
      await writeSetting(actor, trx, 'sign_in', { value, version })
      await audit(actor, { action: 'sign_in_policy.changed', detail: { ...value } }, trx)
    })
    return done(ctx, { message: '登录策略已保存，下次登录时生效' })
  }
}
