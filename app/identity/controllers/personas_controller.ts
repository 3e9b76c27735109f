import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { HOME } from '#identity/controllers/session_controller'
import { openSession } from '#identity/sessions'
import Account from '#identity/models/account'
import { demoDaysValidator } from '#identity/validators/demo_days'
import { provinceOf } from '#province/registry'
import env from '#start/env'
import { moveDays } from '#tenancy/actions/move_days'
import { chinaToday } from '#tenancy/clock'
import { page } from '#web/page'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** Signing in as one of the demo's people with a click. There is no such page outside of a demo. */
export default class PersonasController {
  async index({ inertia, tenant }: HttpContext) {
    const hints = await personas(tenant!.province)
    // in the order of the story, whoever was made first
    const order = [...hints.keys()]
    const accounts = (await Account.query().whereIn('login', order)).sort(
      (a, b) => order.indexOf(a.login) - order.indexOf(b.login)
    )
    const organizations = await db
      .from('organizations')
      .whereIn(
        'id',
        accounts.flatMap(({ organizationId }) => organizationId ?? [])
      )
      .select('id', 'name')
    const names = new Map(organizations.map(({ id, name }) => [id, name]))
    return page(inertia, 'public/personas', {
      today: chinaToday(),
      daysAhead: tenant!.daysAhead,
      personas: accounts.map((account) => ({
        login: account.login,
        name: account.name,
        kind: account.kind,
        organization: account.organizationId ? (names.get(account.organizationId) ?? null) : null,
        hint: hints.get(account.login)!,
      })),
    })
  }

  async store(ctx: HttpContext) {
    const login = String(ctx.request.input('login'))
    const hints = await personas(ctx.tenant!.province)
    if (!hints.has(login)) throw new NotFound()
    const account = await Account.findByOrFail('login', login)
    // an expert's account waits for its activation; the demo has nobody to hand the secret to
    if (account.status === 'pending') await account.merge({ status: 'active' }).save()
    await openSession(ctx, account)
    return done(ctx, { message: `已以 ${account.name} 的身份登录`, to: HOME[account.kind] })
  }

  /** Moves the demo's days on, so that periods of working days are seen to end. */
  async moveDays(ctx: HttpContext) {
    refuseOutsideOfDemo()
    const { days } = await ctx.request.validateUsing(demoDaysValidator)
    await moveDays(days)
    return done(ctx, { message: `演示日期已推后 ${days} 天` })
  }
}

function refuseOutsideOfDemo() {
  if (!env.get('DEMO', false)) throw new NotFound('没有这个页面，请检查地址。')
}

/** Login → hint of the demo's people; refuses outside of a demo. */
async function personas(provinceId: string): Promise<Map<string, string>> {
  refuseOutsideOfDemo()
  const demo = provinceOf(provinceId).demo
  const hints = new Map(
    [...(demo?.staff ?? []), ...(demo?.applicants ?? []), ...(demo?.experts ?? [])].flatMap(
      (one) => (one.persona ? [[one.login, one.persona] as const] : [])
    )
  )
  // people of the earlier meeting, where the demo has one
  hints.set('former-certified', '已取得电子证书：查看、下载、核验')
  hints.set('former-revoked', '证书已撤销')
  hints.set('admin', '平台管理员：规则、门户、目录、审核路径、评委会、黑名单、统计')
  hints.set('security', '安全管理员：岗位与权限、登录管理')
  hints.set('auditor', '审计管理员：审计日志')
  const experts = await db
    .from('meeting_members as m')
    .join('accounts as a', 'a.id', 'm.account_id')
    .join('meetings as g', 'g.id', 'm.meeting_id')
    .where('g.status', 'in_session')
    .select('a.login', 'm.office', 'm.is_leader', 'm.is_reporter', 'm.group_id')
  for (const row of experts)
    hints.set(
      row.login,
      [
        row.office === 'chair' && '评委会主任',
        row.office === 'vice_chair' && '副主任',
        row.is_leader && '专业组组长',
        row.is_reporter && '上报人',
        row.group_id && '专业组专家',
      ]
        .filter(Boolean)
        .join('、') || '评委'
    )
  return hints
}
