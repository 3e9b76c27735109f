import type { HttpContext } from '@adonisjs/core/http'
import type StoredFile from '#files/models/stored_file'
import { storage } from '#tenancy/storage'

/** Answers with a file whose reader was asked for his right already; `?download` saves it instead of showing it. */
export async function sendFile({ request, response }: HttpContext, file: StoredFile) {
  const inline = request.input('download') === undefined
  response.header('content-type', file.mime)
  response.header('content-length', String(file.size))
  response.header('cache-control', 'private, no-store')
  response.header('x-content-type-options', 'nosniff')
  response.header(
    'content-disposition',
    `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`
  )
  return response.stream(await storage().stream(file.key))
}
