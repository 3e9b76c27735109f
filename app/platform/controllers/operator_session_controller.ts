import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import Operator from '#identity/models/operator'
import { activateOperator, openOperatorSession, signInOperator } from '#identity/operator_session'
import { afterOperatorPassword } from '#platform/controllers/operator_factor_controller'
import { operatorActivationValidator, operatorSignInValidator } from '#platform/validators/operator'
import env from '#start/env'
import { page } from '#web/page'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

export default class OperatorSessionController {
  async create({ inertia, actor, response }: HttpContext) {
    if (actor) return response.redirect().toPath('/operator')
    return page(inertia, 'public/operator_sign_in', {})
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(operatorSignInValidator)
    await limited(ctx)
    const operator = await signInOperator(input)
    return afterOperatorPassword(ctx, operator, `欢迎，${operator.name}`)
  }

  async activate(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(operatorActivationValidator)
    await limited(ctx)
    return afterOperatorPassword(ctx, await activateOperator(input), '账号已激活')
  }

  /** Of a demo only, like the personas of its provinces. */
  async persona(ctx: HttpContext) {
    if (!env.get('DEMO', false)) throw new NotFound('没有这个页面，请检查地址。')
    const operator = await Operator.findByOrFail('login', 'demo-operator')
    openOperatorSession(ctx, operator)
    return done(ctx, { message: `已以 ${operator.name} 的身份登录`, to: '/operator' })
  }

  async destroy(ctx: HttpContext) {
    ctx.session.forget('operator')
    ctx.session.regenerate()
    return done(ctx, { message: '已退出登录', to: '/' })
  }
}

async function limited(ctx: HttpContext) {
  const attempts = limiter.use({ requests: 20, duration: '10 mins' })
  const key = `operator:${ctx.request.ip()}`
  if ((await attempts.remaining(key)) <= 0)
    throw new Refusal('too_many', '尝试次数过多，请 10 分钟后再试。')
  await attempts.increment(key)
}
