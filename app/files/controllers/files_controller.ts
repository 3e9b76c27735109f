import { createReadStream } from 'node:fs'
import type { HttpContext } from '@adonisjs/core/http'
import StoredFile from '#files/models/stored_file'
import { mayRead } from '#files/may_read'
import { storagePath } from '#tenancy/storage'
import { NotFound } from '#web/refusal'

/** Files are handed out one by one to who may read them; nothing is public. */
export default class FilesController {
  async show({ params, actor, request, response }: HttpContext) {
    const file = await StoredFile.find(Number(params.id))
    if (!file || file.status !== 'clean' || !(await mayRead(actor!, file))) throw new NotFound()
    const inline = request.input('download') === undefined
    response.header('content-type', file.mime)
    response.header('content-length', String(file.size))
    response.header('cache-control', 'private, no-store')
    response.header('x-content-type-options', 'nosniff')
    response.header(
      'content-disposition',
      `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`
    )
    return response.stream(createReadStream(storagePath(file.key)))
  }
}
