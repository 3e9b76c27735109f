import { randomBytes } from 'node:crypto'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import type { Say } from '#province/say'
import { sayIn } from '#web/brand'
import { page } from '#web/page'
import { Refusal, type FieldError } from '#web/refusal'

interface Answer {
  status: number
  code: string
  message: string
  errors?: FieldError[]
}

interface Known {
  status?: number
  code?: string
  errno?: number
  messages?: { field: string; message: string }[]
}

const BY_CODE: Record<string, [number, string]> = {
  E_ROUTE_NOT_FOUND: [404, '没有这个页面，请检查地址。'],
  E_ROW_NOT_FOUND: [404, '没有找到您要的内容，可能已被删除或您无权查看。'],
  E_BAD_CSRF_TOKEN: [419, '页面停留过久已失效，请刷新页面后重试，您填写的内容不会丢失。'],
  E_REQUEST_ENTITY_TOO_LARGE: [413, '内容或文件过大，请压缩或分次提交。'],
  E_TOO_MANY_REQUESTS: [429, '操作过于频繁，请稍后再试。'],
  E_NO_TENANT: [404, '没有这个页面，请检查地址。'],
}
/** lock wait, deadlock, cluster conflict: the act had no effect and may be repeated */
const BUSY = new Set([1205, 1213, 1020])

/** No stack trace, no SQL and no English ever reach a person; what really happened is in the log under the number. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = false
  protected renderStatusPages = false

  async handle(error: unknown, ctx: HttpContext) {
    const answer = inWords(this.#answer(error, ctx), await sayIn(ctx.tenant))
    if (wantsJson(ctx)) {
      const { status, ...body } = answer
      return ctx.response.status(status).json(body)
    }
    if (answer.status === 401) {
      const signIn = ctx.tenant ? '/sign-in' : '/operator/sign-in'
      return ctx.response
        .redirect()
        .toPath(`${signIn}?to=${encodeURIComponent(ctx.request.url(true))}`)
    }
    return ctx.response
      .status(answer.status)
      .send(
        await page(ctx.inertia, 'public/error', { status: answer.status, message: answer.message })
      )
  }

  async report(error: unknown, ctx: HttpContext) {
    if (this.#answer(error, ctx).status >= 500) return
  }

  #answer(error: unknown, ctx: HttpContext): Answer {
    if (error instanceof Refusal) {
      const { status, code, message, errors } = error
      return { status, code, message, ...(errors.length > 0 && { errors }) }
    }
    const known = (error ?? {}) as Known
    if (known.code === 'E_VALIDATION_ERROR' && known.messages)
      return {
        status: 422,
        code: 'invalid',
        message: '请更正标出的内容。',
        errors: known.messages.map(({ field, message }) => ({ field, message })),
      }
    if (known.code && BY_CODE[known.code]) {
      const [status, message] = BY_CODE[known.code]
      return { status, code: known.code.slice(2).toLowerCase(), message }
    }
    if (known.errno && BUSY.has(known.errno))
      return { status: 409, code: 'busy', message: '系统正忙，操作没有生效，请重试。' }
    return this.#unknown(error, ctx)
  }

  #seen = new WeakMap<object, Answer>()

  #unknown(error: unknown, ctx: HttpContext): Answer {
    const key = error instanceof Error ? error : { error }
    let answer = this.#seen.get(key)
    if (!answer) {
      const number = randomBytes(4).toString('hex')
      ctx.logger.error({ err: error, number, tenant: ctx.tenant?.slug }, 'request failed')
      answer = {
        status: 500,
        code: 'failed',
        message: `系统出错，请稍后再试；如再次出现，请把编号 ${number} 告诉管理员。`,
      }
      this.#seen.set(key, answer)
    }
    return answer
  }
}

const inWords = ({ message, errors, ...rest }: Answer, say: Say): Answer => ({
  ...rest,
  message: say(message),
  ...(errors && { errors: errors.map((each) => ({ ...each, message: say(each.message) })) }),
})

const wantsJson = (ctx: HttpContext) =>
  ctx.request.method() !== 'GET' ||
  // programs that name no type
  ctx.route?.name?.startsWith('api.') ||
  (!ctx.request.header('x-inertia') && ctx.request.accepts(['html', 'json']) === 'json')
