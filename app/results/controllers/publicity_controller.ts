import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { checkCaptcha } from '#identity/captcha'
import { addToLead } from '#results/actions/evidence'
import { receiveLead } from '#results/actions/objections'
import { leadAnswer } from '#results/queries/list_objections'
import { openPublicities, publicRows } from '#results/queries/public_lists'
import { leadCodeValidator, leadValidator } from '#results/validators/results'
import { systemContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

const fieldsOf = (value: unknown): string[] =>
  (typeof value === 'string' ? JSON.parse(value) : value) as string[]

/** What the public sees of results, without signing in, and how it answers. */
export default class PublicityController {
  async index({ inertia }: HttpContext) {
    const rows = await openPublicities()
    return page(inertia, 'public/publicity_list', {
      publicities: rows.map((row) => ({
        id: row.id as number,
        title: row.title as string,
        organization: row.organization_name as string,
        startsOn: row.starts_on as string,
        endsOn: row.ends_on as string,
      })),
    })
  }

  async show({ inertia, params, request }: HttpContext) {
    const open = await openPublicities()
    const row = open.find(({ id }) => id === Number(params.id))
    if (!row) throw new NotFound('这次公示已经结束，或不存在。')
    const fields = fieldsOf(row.fields)
    const filters = filtersOf(request, ['name'])
    return page(inertia, 'public/publicity', {
      id: row.id as number,
      title: row.title as string,
      organization: row.organization_name as string,
      startsOn: row.starts_on as string,
      endsOn: row.ends_on as string,
      contact: row.contact as string | null,
      fields,
      filters,
      people: await publicRows(row.id, fields, filters, pageOf(request)),
    })
  }

  async lead(ctx: HttpContext) {
    const { captcha, ...input } = await ctx.request.validateUsing(leadValidator)
    await guarded(ctx, 'lead', captcha)
    const code = await receiveLead(systemContext('公众'), {
      publicityId: Number(ctx.params.id),
      ...input,
    })
    return done(ctx, { message: '已收到您的反映', data: { code } })
  }

  /** What proves a lead, by its code: of the sender's alone, and not without bound. */
  async leadFile(ctx: HttpContext) {
    const { code } = await ctx.request.validateUsing(leadCodeValidator)
    await bounded(ctx, 'lead-file')
    await addToLead(systemContext('公众'), code, ctx.request.file('file'))
    return done(ctx, { message: '材料已提交', data: await leadAnswer(code) })
  }

  answerForm({ inertia }: HttpContext) {
    return page(inertia, 'public/lead_answer', {})
  }

  async answer(ctx: HttpContext) {
    const { code, captcha } = await ctx.request.validateUsing(leadCodeValidator)
    await guarded(ctx, 'lead-answer', captcha)
    return done(ctx, { message: '', data: await leadAnswer(code) })
  }
}

/** A form open to everybody asks for work and takes a few an hour from one place. */
async function guarded(ctx: HttpContext, what: string, captcha: string | undefined) {
  const attempts = await remaining(ctx, what)
  if (!(await checkCaptcha(captcha)))
    throw new Refusal('captcha', '请先完成人机验证。', [
      { field: 'captcha', message: '请完成人机验证' },
    ])
  await attempts.taken()
}

async function bounded(ctx: HttpContext, what: string) {
  await (await remaining(ctx, what)).taken()
}

async function remaining(ctx: HttpContext, what: string) {
  const attempts = limiter.use({ requests: 20, duration: '1 hour' })
  const key = `${what}:${ctx.tenant!.slug}:${ctx.request.ip()}`
  if ((await attempts.remaining(key)) <= 0)
    throw new Refusal('too_many', '操作过于频繁，请一小时后再试。')
  return { taken: () => attempts.increment(key) }
}
