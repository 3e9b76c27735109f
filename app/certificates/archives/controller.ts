import type { HttpContext } from '@adonisjs/core/http'
import audit from '#audit/audit'
import {
  archivableMeetings,
  archiveFileId,
  listArchives,
  orderArchive,
} from '#certificates/archives/archives'
import { archiveValidator } from '#certificates/validators/certificates'
import StoredFile from '#files/models/stored_file'
import { sendFile } from '#files/send_file'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { pageOf } from '#web/paging'
import { done } from '#web/reply'

/** 归档: packages with digests, of a committee's meeting or of one case. */
export default class ArchivesController {
  async index({ inertia, request, actor }: HttpContext) {
    return page(inertia, 'office/archives/index', {
      meetings: await archivableMeetings(actor!),
      archives: await listArchives(actor!, pageOf(request)),
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(archiveValidator)
    const jobId = await orderArchive(actorContext(ctx), input)
    return done(ctx, { message: '正在打包', to: `/jobs/${jobId}` })
  }

  async file(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const id = Number(ctx.params.id)
    const file = await StoredFile.findOrFail(await archiveFileId(actor.actor, id))
    await audit(actor, { action: 'archive.read', objectType: 'archive', objectId: id })
    return sendFile(ctx, file)
  }
}
