import http from 'node:http'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'

export interface Reply {
  status: number
  body: any
  /** what came, unread: for files */
  bytes: Buffer
  headers: http.IncomingHttpHeaders
}

/** A visitor of one province: keeps cookies, sends the CSRF token, reads JSON. */
export class Visitor {
  #cookies = new Map<string, string>()

  constructor(
    readonly host: string,
    readonly prefix = '',
    readonly port = process.env.PORT
  ) {}

  /** The same cookies carried to another host, as a thief would. */
  carriedTo(host: string, prefix = '') {
    const other = new Visitor(host, prefix)
    other.#cookies = new Map(this.#cookies)
    return other
  }

  /** The cookies and the token, for a test that sends by itself. */
  get headers(): Record<string, string> {
    return {
      'cookie': [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-xsrf-token': decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? ''),
    }
  }

  get(path: string, headers: Record<string, string> = {}) {
    return this.#send('GET', path, undefined, headers)
  }

  /** An Inertia visit: the answer's body is the page with its props. */
  page(path: string) {
    return this.get(path, { 'x-inertia': 'true', 'x-inertia-version': '1' })
  }

  async command(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown = {}) {
    if (!this.#cookies.has('XSRF-TOKEN')) await this.get('/sign-in', { accept: 'text/html' })
    return this.#send(method, path, body, {})
  }

  post(path: string, body: unknown = {}) {
    return this.command('POST', path, body)
  }

  /** Sends a file with fields, as a form does. */
  async upload(path: string, file: { name: string; bytes: Buffer }, fields: object = {}) {
    const boundary = 'form-of-a-test'
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    )
    parts.push(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    )
    if (!this.#cookies.has('XSRF-TOKEN')) await this.get('/sign-in', { accept: 'text/html' })
    return this.#send(
      'POST',
      path,
      Buffer.concat([Buffer.from(parts.join('')), file.bytes, Buffer.from(`\r\n--${boundary}--`)]),
      { 'content-type': `multipart/form-data; boundary=${boundary}` }
    )
  }

  /** A form with files, as a page sends it. */
  async sendForm(
    path: string,
    fields: Record<string, string>,
    files: { field: string; name: string; bytes: Buffer }[]
  ) {
    if (!this.#cookies.has('XSRF-TOKEN')) await this.get('/sign-in', { accept: 'text/html' })
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    for (const { field, name, bytes } of files)
      form.append(field, new Blob([new Uint8Array(bytes)]), name)
    const { headers, body } = new Request('http://localhost', { method: 'POST', body: form })
    return this.#send('POST', path, Buffer.from(await new Response(body).arrayBuffer()), {
      'content-type': headers.get('content-type')!,
    })
  }

  /** The answer to a fresh captcha. */
  async solvedCaptcha(): Promise<string> {
    const challenge = (await this.get('/captcha')).body
    const solution = await solveChallenge({ challenge, deriveKey })
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  }

  async becomes(login: string) {
    const reply = await this.post('/personas', { login })
    if (reply.status !== 200)
      throw new Error(`persona ${login}: ${reply.status} ${reply.body?.message}`)
    return this
  }

  #send(method: string, path: string, body: unknown, headers: Record<string, string>) {
    const data =
      body === undefined
        ? undefined
        : Buffer.isBuffer(body)
          ? body
          : Buffer.from(JSON.stringify(body))
    return new Promise<Reply>((resolve, reject) => {
      const request = http.request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path: this.prefix + encodeURI(decodeURI(path)),
          headers: {
            host: this.host,
            accept: 'application/json',
            ...this.headers,
            ...(data && { 'content-type': 'application/json', 'content-length': data.length }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk) => chunks.push(chunk))
          response.on('end', () => {
            for (const cookie of response.headers['set-cookie'] ?? []) {
              const [pair] = cookie.split(';')
              const at = pair.indexOf('=')
              this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
            }
            const bytes = Buffer.concat(chunks)
            const text = bytes.toString('utf8')
            let parsed: unknown = text
            try {
              parsed = JSON.parse(text)
            } catch {
              // a page or a file
            }
            resolve({
              status: response.statusCode!,
              body: parsed,
              bytes,
              headers: response.headers,
            })
          })
        }
      )
      request.on('error', reject)
      request.end(data)
    })
  }
}

/** At the server of the tests, or at another one that listens at `port`. */
export const visitorOf = (province: string, port?: string) =>
  new Visitor(`${province}.localhost`, '', port)
