import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import openAccount from '#identity/actions/open_account'
import resetActivation from '#identity/actions/reset_activation'
import toggleAccount from '#identity/actions/toggle_account'
import { assignRoles } from '#identity/actions/roles'
import Account from '#identity/models/account'
import { listStaff, STAFF_FILTERS, STAFF_KINDS } from '#identity/queries/list_staff'
import { removeSecondFactor } from '#identity/second_factor'
import { adminValidator, staffRolesValidator } from '#identity/validators/roles'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'
import { rolesOfTenant } from '#web/roles'

/** The staff of the whole tenant: the system administrator opens and closes accounts, the security administrator grants. */
export default class StaffController {
  async index(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, STAFF_FILTERS)
    const roles = (await rolesOfTenant()).filter(({ kind }) => STAFF_KINDS.includes(kind))
    return page(ctx.inertia, 'tenant_admin/security/staff', {
      filters,
      roles: roles.map(({ id, label, kind }) => ({ value: id, label, kind })),
      may: {
        manage: ctx.actor!.can('staff.manage'),
        assign: ctx.actor!.can('roles.manage'),
      },
      own: ctx.actor!.accountId!,
      staff: await listStaff(filters, pageOf(ctx.request)),
    })
  }

  /** An administrator's account without any right yet: the security administrator grants it. */
  async store(ctx: HttpContext) {
    const { login, name } = await ctx.request.validateUsing(adminValidator)
    const actor = actorContext(ctx)
    const { account, secret } = await openAccount(actor, {
      login,
      name,
      kind: 'tenant_admin',
      roles: [],
    })
    return done(ctx, {
      message: '账号已开设，请由安全管理员授予岗位',
      data: { slips: [{ name, login: account.login, secret }] },
    })
  }

  async reset(ctx: HttpContext) {
    const account = await staffAccount(ctx)
    const secret = await resetActivation(actorContext(ctx), account)
    return done(ctx, {
      message: '已重置，请把新的激活码交给本人',
      data: { slips: [{ name: account.name, login: account.login, secret }] },
    })
  }

  async disable(ctx: HttpContext) {
    const isOpen = await toggleAccount(actorContext(ctx), await staffAccount(ctx))
    return done(ctx, { message: isOpen ? '账号已启用' : '账号已停用' })
  }

  async assign(ctx: HttpContext) {
    const { roles } = await ctx.request.validateUsing(staffRolesValidator)
    const account = await staffAccount(ctx)
    await assignRoles(actorContext(ctx), account, roles)
    return done(ctx, { message: `已调整 ${account.name} 的岗位，重新登录后生效` })
  }

  /** For who lost his device: the second factor is set up again at the next sign-in. */
  async resetSecondFactor(ctx: HttpContext) {
    const account = await staffAccount(ctx)
    await db.transaction(async (trx) => {
      await removeSecondFactor(trx, account.id)
      await audit(
        actorContext(ctx),
        { action: 'second_factor.reset', objectType: 'account', objectId: account.id },
        trx
      )
    })
    return done(ctx, { message: `已重置 ${account.name} 的动态口令，下次登录时重新绑定` })
  }
}

/** Staff of the tenant, but not the actor himself. */
async function staffAccount({ params, actor }: HttpContext): Promise<Account> {
  const account = await Account.find(Number(params.id))
  if (!account || !STAFF_KINDS.includes(account.kind) || account.id === actor!.accountId)
    throw new NotFound()
  return account
}
