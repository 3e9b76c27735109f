import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { currentRuleset } from '#batches/queries/rulesets'
import { checkCaptcha } from '#identity/captcha'
import registerPerson from '#registrations/actions/register_person'
import registerUnit from '#registrations/actions/register_unit'
import { searchRegistrable, unitKinds } from '#registrations/queries/registrable_bodies'
import { personValidator, unitValidator } from '#registrations/validators/registration'
import { systemContext } from '#web/actor'
import { page } from '#web/page'
import { Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** Where somebody without an account asks for one. */
export default class RegisterController {
  async person({ inertia }: HttpContext) {
    const { accounts } = (await currentRuleset()).ruleset
    return page(inertia, 'public/register', {
      isOpen: accounts.applicants === 'self',
      isReviewed: accounts.registrationReview,
    })
  }

  async storePerson(ctx: HttpContext) {
    const { captcha, agreed, ...input } = await ctx.request.validateUsing(personValidator)
    await assertHuman(ctx, captcha)
    const { isWaiting } = await registerPerson(systemContext('自助注册'), input)
    return done(ctx, {
      message: isWaiting ? '已提交，请等待所在单位审核，通过后即可登录' : '注册成功，请登录',
      to: '/sign-in',
    })
  }

  async unit({ inertia }: HttpContext) {
    return page(inertia, 'public/register_unit', { kinds: await unitKinds() })
  }

  async storeUnit(ctx: HttpContext) {
    const { captcha, agreed, ...input } = await ctx.request.validateUsing(unitValidator)
    await assertHuman(ctx, captcha)
    await registerUnit(systemContext('单位注册'), input, ctx.request.files('papers'))
    return done(ctx, {
      message: '已提交，请等待上级机构审核，通过后即可登录',
      to: '/sign-in?as=unit',
    })
  }

  /** Bodies to choose from while registering. */
  async bodies(ctx: HttpContext) {
    const searches = limiter.use({ requests: 120, duration: '1 min' })
    if (!(await searches.attempt(keyOf(ctx, 'bodies'), () => true)))
      throw new Refusal('too_many', '操作过于频繁，请稍后再试。')
    const kind = ctx.request.input('kind') === 'unit' ? 'unit' : 'person'
    const name = String(ctx.request.input('q', '') ?? '').trim()
    return ctx.response.json({ bodies: await searchRegistrable(kind, name.slice(0, 60)) })
  }
}

const keyOf = (ctx: HttpContext, what: string) =>
  `register:${what}:${ctx.tenant!.slug}:${ctx.request.ip()}`

async function assertHuman(ctx: HttpContext, captcha: string) {
  const attempts = limiter.use({ requests: 30, duration: '1 hour' })
  if (!(await attempts.attempt(keyOf(ctx, 'account'), () => true)))
    throw new Refusal('too_many', '注册次数过多，请 1 小时后再试。')
  if (!(await checkCaptcha(captcha)))
    throw new Refusal('captcha', '请先完成人机验证。', [
      { field: 'captcha', message: '请重新完成人机验证' },
    ])
}
