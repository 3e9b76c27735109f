import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import findOrCreatePerson from '#identity/actions/find_or_create_person'
import openAccount from '#identity/actions/open_account'
import resetActivation from '#identity/actions/reset_activation'
import Account from '#identity/models/account'
import Organization from '#organizations/models/organization'
import { applicantValidator, staffValidator } from '#organizations/validators/organization'
import { provinceOf } from '#province/registry'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { filtersOf, paged, pageOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** Accounts of the actor's own body: its staff (HB-04) and its applicants (HB-05), never those of lower bodies. */
export default class AccountsController {
  async staff(ctx: HttpContext) {
    const roles = await staffRoles(ctx)
    return page(ctx.inertia, 'unit/accounts/staff', {
      ...(await accounts(ctx, 'staff')),
      roles,
    })
  }

  async storeStaff(ctx: HttpContext) {
    const { login, name, role } = await ctx.request.validateUsing(staffValidator)
    if (!(await staffRoles(ctx)).some(({ value }) => value === role))
      throw new Refusal('role', '请重新选择岗位', [{ field: 'role', message: '请选择岗位' }])
    const { account, secret } = await openAccount(actorContext(ctx), {
      login,
      kind: 'staff',
      name,
      roles: [role],
      organizationId: ctx.actor!.organizationId,
    })
    return done(ctx, {
      message: '新增成功',
      data: { slips: [{ name, login: account.login, secret }] },
    })
  }

  async applicants(ctx: HttpContext) {
    return page(ctx.inertia, 'unit/accounts/applicants', await accounts(ctx, 'applicant'))
  }

  async storeApplicant(ctx: HttpContext) {
    const { name, idNumber, phone, year } = await ctx.request.validateUsing(applicantValidator)
    const actor = actorContext(ctx)
    const { ruleset } = await currentRuleset()
    const person = await findOrCreatePerson(actor, { name, idNumber, phone: phone ?? undefined })
    // one account per person and year (HB-06); the ID number is the login of the year it was opened for
    const known = await Account.findBy('login', idNumber.toUpperCase())
    const { account, secret } = await openAccount(actor, {
      login: known ? `${idNumber.toUpperCase()}-${year}` : idNumber.toUpperCase(),
      kind: 'applicant',
      name: person.name,
      roles: ['applicant'],
      personId: person.id,
      organizationId: actor.actor.organizationId,
      year: ruleset.accounts.perYear ? year : 0,
    })
    return done(ctx, {
      message: '新增成功',
      data: { slips: [{ name: person.name, login: account.login, secret }] },
    })
  }

  async reset(ctx: HttpContext) {
    const account = await ownAccount(ctx)
    const secret = await resetActivation(actorContext(ctx), account)
    return done(ctx, {
      message: '已重置，请把新的激活码交给本人',
      data: { slips: [{ name: account.name, login: account.login, secret }] },
    })
  }

  async disable(ctx: HttpContext) {
    const account = await ownAccount(ctx)
    const disabled = account.status === 'disabled'
    await account
      .merge({
        status: disabled ? (account.password ? 'active' : 'pending') : 'disabled',
        sessionEpoch: account.sessionEpoch + 1,
      })
      .save()
    await audit(actorContext(ctx), {
      action: disabled ? 'account.enabled' : 'account.disabled',
      objectType: 'account',
      objectId: account.id,
    })
    return done(ctx, { message: disabled ? '账号已启用' : '账号已停用' })
  }
}

async function ownAccount({ params, actor }: HttpContext): Promise<Account> {
  const account = await Account.find(Number(params.id))
  const own = account !== null && actor!.can('accounts.manage', account)
  if (!own || account.id === actor!.accountId) throw new NotFound()
  return account
}

async function staffRoles({ actor, tenant }: HttpContext) {
  const organization = actor!.organizationId ? await Organization.find(actor!.organizationId) : null
  const { ruleset } = await currentRuleset()
  const kind = ruleset.organizations.kinds.find(({ id }) => id === organization?.kind)
  return provinceOf(tenant!.province)
    .roles.filter(({ id }) => kind?.staffRoles.includes(id))
    .map(({ id, label }) => ({ value: id, label }))
}

async function accounts({ request, actor, tenant }: HttpContext, kind: 'staff' | 'applicant') {
  const filters = filtersOf(request, ['name', 'login'])
  const query = db
    .from('accounts')
    .where({ organization_id: actor!.organizationId ?? 0, kind })
    .orderBy('id', 'desc')
    .select('id', 'login', 'name', 'status', 'year', 'last_signed_in_at')
  if (filters.name) query.where('name', 'like', `${filters.name.replace(/[\\%_]/g, '\\$&')}%`)
  if (filters.login) query.where('login', filters.login)
  const found = await paged<{
    id: number
    login: string
    name: string
    status: string
    year: number
  }>(query as never, pageOf(request))
  const labels = new Map(provinceOf(tenant!.province).roles.map(({ id, label }) => [id, label]))
  const roles = await db
    .from('account_roles')
    .whereIn(
      'account_id',
      found.data.map(({ id }) => id)
    )
    .select('account_id', 'role')
  return {
    filters,
    accounts: {
      meta: found.meta,
      data: found.data.map((row) => ({
        id: row.id,
        login: row.login,
        name: row.name,
        status: row.status,
        year: row.year || null,
        roles: roles
          .filter(({ account_id: id }) => id === row.id)
          .map(({ role }) => labels.get(role) ?? role),
      })),
    },
  }
}
