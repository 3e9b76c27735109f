import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import findOrCreatePerson from '#identity/actions/find_or_create_person'
import openAccount from '#identity/actions/open_account'
import resetActivation from '#identity/actions/reset_activation'
import toggleAccount from '#identity/actions/toggle_account'
import Account from '#identity/models/account'
import Organization from '#organizations/models/organization'
import {
  applicantValidator,
  applicantsValidator,
  staffValidator,
} from '#organizations/validators/organization'
import { page } from '#web/page'
import { actorContext, type ActorContext } from '#web/actor'
import { everyRow, xlsxReply } from '#web/excel'
import { startingWith } from '#web/like'
import { filtersOf, paged, pageOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'
import { rolesOfTenant } from '#web/roles'

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
    const { year, ...person } = await ctx.request.validateUsing(applicantValidator)
    const slip = await openApplicant(actorContext(ctx), person, year)
    return done(ctx, { message: '新增成功', data: { slips: [slip] } })
  }

  /** A list of people at once; each line is opened by itself, and what is wrong is said per line. */
  async storeApplicants(ctx: HttpContext) {
    const { year, people } = await ctx.request.validateUsing(applicantsValidator)
    const actor = actorContext(ctx)
    const slips: Slip[] = []
    const failures: { line: number; name: string; reason: string }[] = []
    for (const [index, person] of people.entries()) {
      try {
        if (person.phone && !PHONE.test(person.phone))
          throw new Refusal('phone', '手机号码格式不正确')
        slips.push(await openApplicant(actor, person, year))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const reason = error.errors[0]?.message ?? error.message
        failures.push({ line: index + 1, name: person.name, reason })
      }
    }
    return done(ctx, {
      message: `已开设 ${slips.length} 个账号${failures.length > 0 ? `，${failures.length} 行未开设` : ''}`,
      data: { slips, failures },
    })
  }

  /** The accounts of one's own body, without secrets. */
  async export(ctx: HttpContext) {
    const kind = ctx.request.input('kind') === 'applicant' ? 'applicant' : 'staff'
    return xlsxReply(ctx, {
      name: kind === 'applicant' ? '申报人账号' : '工作人员账号',
      rows: everyRow<AccountRow>(accountQuery(ctx, kind) as never),
      columns: [
        { title: '姓名', value: (row) => row.name },
        { title: '登录名', value: (row) => row.login },
        { title: '年度', value: (row) => row.year || null },
        { title: '状态', value: (row) => STATUS[row.status] },
      ],
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
    const isOpen = await toggleAccount(actorContext(ctx), await ownAccount(ctx))
    return done(ctx, { message: isOpen ? '账号已启用' : '账号已停用' })
  }
}

async function ownAccount({ params, actor }: HttpContext): Promise<Account> {
  const account = await Account.find(Number(params.id))
  const own = account !== null && actor!.can('accounts.manage', account)
  if (!own || account.id === actor!.accountId) throw new NotFound()
  return account
}

async function staffRoles({ actor }: HttpContext) {
  const organization = actor!.organizationId ? await Organization.find(actor!.organizationId) : null
  const { ruleset } = await currentRuleset()
  const kind = ruleset.organizations.kinds.find(({ id }) => id === organization?.kind)
  return (await rolesOfTenant())
    .filter(({ id }) => kind?.staffRoles.includes(id))
    .map(({ id, label }) => ({ value: id, label }))
}

const PHONE = /^1\d{10}$/

interface Slip {
  name: string
  login: string
  secret: string
}
interface AccountRow {
  id: number
  login: string
  name: string
  status: string
  year: number
}
const STATUS: Record<string, string> = { pending: '待激活', active: '正常', disabled: '已停用' }

async function openApplicant(
  ctx: ActorContext,
  { name, idNumber, phone }: { name: string; idNumber: string; phone?: string | null },
  year: number
): Promise<Slip> {
  const { accounts: rules } = (await currentRuleset()).ruleset
  const person = await findOrCreatePerson(ctx, { name, idNumber, phone: phone ?? undefined })
  // one account per person and year (HB-06); the ID number is the login of the year it was opened for
  const known = await Account.findBy('login', idNumber.toUpperCase())
  const { account, secret } = await openAccount(ctx, {
    login: known ? `${idNumber.toUpperCase()}-${year}` : idNumber.toUpperCase(),
    kind: 'applicant',
    name: person.name,
    roles: ['applicant'],
    personId: person.id,
    organizationId: ctx.actor.organizationId,
    year: rules.perYear ? year : 0,
  })
  return { name: person.name, login: account.login, secret }
}

function accountQuery({ request, actor }: HttpContext, kind: 'staff' | 'applicant') {
  const filters = filtersOf(request, ['name', 'login'])
  const query = db
    .from('accounts')
    .where({ organization_id: actor!.organizationId ?? 0, kind })
    .orderBy('id', 'desc')
    .select('id', 'login', 'name', 'status', 'year')
  if (filters.name) query.where('name', 'like', startingWith(filters.name))
  if (filters.login) query.where('login', filters.login)
  return query
}

async function accounts(ctx: HttpContext, kind: 'staff' | 'applicant') {
  const { request } = ctx
  const found = await paged<AccountRow>(accountQuery(ctx, kind) as never, pageOf(request))
  const labels = new Map((await rolesOfTenant()).map(({ id, label }) => [id, label]))
  const roles = await db
    .from('account_roles')
    .whereIn(
      'account_id',
      found.data.map(({ id }) => id)
    )
    .select('account_id', 'role')
  return {
    filters: filtersOf(request, ['name', 'login']) as Record<string, string>,
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
