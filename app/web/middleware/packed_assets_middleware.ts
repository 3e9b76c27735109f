import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const ASSET = /^\/assets\/([\w.-]+\.(js|css))$/
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' }
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
const PACKERS = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, QUALITY),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}
type Encoding = keyof typeof PACKERS

const packed = new Map<string, Promise<Buffer | null>>()

/** Scripts and styles go out packed: each is packed once, for its name changes with its content. */
export default class PackedAssetsMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    const [, name, kind] = ASSET.exec(request.url()) ?? []
    const encoding = request.encoding(['br', 'gzip']) as Encoding | null
    if (!name || !encoding || request.method() !== 'GET') return next()
    const bytes = await packedAs(name, encoding)
    if (!bytes) return next()
    response.header('content-type', `${TYPES[kind]}; charset=utf-8`)
    response.header('content-encoding', encoding)
    response.header('vary', 'accept-encoding')
    response.header('cache-control', 'public, max-age=31536000, immutable')
    response.send(bytes)
  }
}

function packedAs(name: string, encoding: Encoding): Promise<Buffer | null> {
  const key = `${name} ${encoding}`
  const known = packed.get(key)
  if (known) return known
  const work = readFile(app.publicPath('assets', name)).then(PACKERS[encoding], () => {
    // no such file: what is asked for at random is not remembered
    packed.delete(key)
    return null
  })
  packed.set(key, work)
  return work
}
