import type { HttpContext } from '@adonisjs/core/http'
import type { DraftContent } from '#rules/faults'

/** Rules as a file that can be imported again, here or in another province. */
export function fileReply({ response }: HttpContext, name: string, content: DraftContent) {
  const { document, words, templates } = content
  response.header('content-type', 'application/json; charset=utf-8')
  response.header('cache-control', 'private, no-store')
  response.header(
    'content-disposition',
    `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.json`)}`
  )
  return response.send(JSON.stringify({ document, words, templates }, null, 2))
}
