import type { HttpContext } from '@adonisjs/core/http'
import { logoFile, removeLogo, saveLogo } from '#rules/actions/logo'
import { storage } from '#tenancy/storage'
import { actorContext } from '#web/actor'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 标志: the picture at the head of a province's pages. */
export default class LogoController {
  /** The address changes with the picture, so that everybody may keep it. */
  async show({ params, response }: HttpContext) {
    const file = await logoFile(params.mark)
    if (!file) throw new NotFound()
    response.header('content-type', file.mime)
    response.header('content-length', String(file.size))
    response.header('cache-control', 'public, max-age=31536000, immutable')
    response.header('x-content-type-options', 'nosniff')
    return response.stream(await storage().stream(file.key))
  }

  async store(ctx: HttpContext) {
    await saveLogo(actorContext(ctx), ctx.request.file('file'))
    return done(ctx, { message: '标志已更新' })
  }

  async destroy(ctx: HttpContext) {
    await removeLogo(actorContext(ctx))
    return done(ctx, { message: '标志已移除' })
  }
}
