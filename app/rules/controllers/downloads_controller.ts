import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import StoredFile from '#files/models/stored_file'
import { storeUpload } from '#files/store_file'
import { addDownload, removeDownload } from '#rules/actions/portal'
import { publishedDownloads, publishedHelp } from '#rules/queries/public_texts'
import { downloadValidator } from '#rules/validators/portal'
import { storage } from '#tenancy/storage'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** Help and files for everyone; the administrator puts them there. */
export default class DownloadsController {
  async index({ inertia }: HttpContext) {
    return page(inertia, 'public/help', {
      pages: await publishedHelp(),
      downloads: await publishedDownloads(),
    })
  }

  /** Only what stands among the downloads is handed out to the public. */
  async show({ params, response }: HttpContext) {
    const row = await db
      .from('downloads')
      .where({ id: Number(params.id), status: 'published' })
      .select('file_id')
      .first()
    const file = row ? await StoredFile.find(row.file_id) : null
    if (!file || file.status !== 'clean') throw new NotFound()
    response.header('content-type', file.mime)
    response.header('content-length', String(file.size))
    response.header('x-content-type-options', 'nosniff')
    response.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`
    )
    return response.stream(await storage().stream(file.key))
  }

  async store(ctx: HttpContext) {
    const { title, note } = await ctx.request.validateUsing(downloadValidator)
    const actor = actorContext(ctx)
    const file = await storeUpload(actor, ctx.request.file('file'), {
      purpose: 'download',
      accept: ['pdf', 'jpg', 'png'],
      maxSizeKb: 20_480,
    })
    await addDownload(actor, { title, note, fileId: file.id })
    return done(ctx, { message: '已发布' })
  }

  async destroy(ctx: HttpContext) {
    await removeDownload(actorContext(ctx), Number(ctx.params.id))
    return done(ctx, { message: '已撤下' })
  }
}
