import type { HttpContext } from '@adonisjs/core/http'
import StoredFile from '#files/models/stored_file'
import { mayRead } from '#files/may_read'
import { sendFile } from '#files/send_file'
import { NotFound } from '#web/refusal'

/** Files are handed out one by one to who may read them; nothing is public. */
export default class FilesController {
  async show(ctx: HttpContext) {
    const file = await StoredFile.find(Number(ctx.params.id))
    if (!file || file.status !== 'clean' || !(await mayRead(ctx.actor!, file))) throw new NotFound()
    return sendFile(ctx, file)
  }
}
