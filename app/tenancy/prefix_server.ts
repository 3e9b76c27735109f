import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'

export interface PrefixedRequest extends IncomingMessage {
  tenantSlug?: string
  tenantPrefix?: string
}

const PREFIX = /^\/t\/([a-z0-9][a-z0-9-]{0,38})(?=\/|\?|$)/
type HeaderValue = number | string | readonly string[]

/**
 * For hosts that can have no subdomain (a bare IP): `/t/<slug>/…` is served as `/…` of that tenant. Redirects and
 * cookies of the answer are confined to the prefix, so two provinces in one browser stay apart.
 */
export const createPrefixServer = (handler: RequestListener) =>
  createServer((request: PrefixedRequest, response: ServerResponse) => {
    const match = PREFIX.exec(request.url ?? '')
    if (match) confine(request, response, match[0], match[1])
    return handler(request, response)
  })

function confine(request: PrefixedRequest, response: ServerResponse, prefix: string, slug: string) {
  request.tenantSlug = slug
  request.tenantPrefix = prefix
  const rest = request.url!.slice(prefix.length)
  request.url = rest.startsWith('/') ? rest : `/${rest}`

  const confined = (name: string, value: HeaderValue): HeaderValue => {
    switch (name.toLowerCase()) {
      case 'location':
      case 'x-inertia-location':
        return typeof value === 'string' && /^\/(?!\/)/.test(value) && !PREFIX.test(value)
          ? prefix + value
          : value
      case 'set-cookie':
        return [value]
          .flat()
          .map((cookie) => String(cookie).replace(/; Path=\/(?=;|$)/i, `; Path=${prefix}`))
      default:
        return value
    }
  }
  const setHeader = response.setHeader.bind(response)
  const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse
  response.setHeader = (name, value) => setHeader(name, confined(name, value))
  response.writeHead = ((status: number, headers?: Record<string, HeaderValue>) =>
    writeHead(
      status,
      headers &&
        Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, confined(name, value)])
        )
    )) as typeof response.writeHead
}
