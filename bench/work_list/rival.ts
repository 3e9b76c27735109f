import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import type { TenantInfo } from '#tenancy/context'

const CONNECTIONS = 16
const SECONDS = 4
const ROUNDS = 3
const WARM_SECONDS = 2

interface Route {
  name: string
  url: string
  headers: Record<string, string>
}

export interface Rates {
  ours: number
  theirs: number
  profile: { name: string; rate: number }[]
  folder: string
}

/** Our list and a stock application's with the same statements, each one process, rounds alternating. */
export async function rivalRoutes(
  tenant: TenantInfo,
  login: string,
  statements: { sql: string; bindings: unknown[] }[]
): Promise<Rates> {
  const folder = await mkdtemp(join(tmpdir(), 'zhicheng-rival-'))
  const sql = join(folder, 'statements.json')
  await writeFile(sql, JSON.stringify(statements), { mode: 0o600 })
  const port = Number(process.env.PORT)
  const servers = [
    serve('bin/server.ts', { PORT: String(port + 1) }),
    serve('bench/stock/server.ts', {
      PORT: String(port + 2),
      STOCK_SQL: sql,
      STOCK_DATABASE: tenant.database,
      STOCK_USER: tenant.login.user,
      STOCK_PASSWORD: tenant.login.password,
    }),
  ]
  try {
    const host = `${tenant.slug}.localhost`
    const own = `http://127.0.0.1:${port + 1}`
    const stock = `http://127.0.0.1:${port + 2}`
    await Promise.all([answers(`${own}/health`), answers(`${stock}/hello`)])
    const ours: Route = {
      name: 'ours',
      url: `${own}/reviews`,
      headers: { host, accept: 'application/json', cookie: await signIn(own, host, login) },
    }
    const cookie = await stockSignIn(stock, login)
    const theirs: Route = {
      name: 'session, shield, auth, statements of the list',
      url: `${stock}/work`,
      headers: { accept: 'application/json', cookie },
    }
    await Promise.all([check(ours), check(theirs)])
    const rates = { ours: [] as number[], theirs: [] as number[] }
    for (const route of [ours, theirs]) await rateOf(route, WARM_SECONDS)
    for (let round = 0; round < ROUNDS; round++) {
      rates.ours.push(await rateOf(ours, SECONDS))
      rates.theirs.push(await rateOf(theirs, SECONDS))
    }
    const profile = []
    for (const [name, path] of PROFILE)
      profile.push({
        name,
        rate: await rateOf({ name, url: stock + path, headers: { cookie } }, WARM_SECONDS),
      })
    return {
      ours: median(rates.ours),
      theirs: median(rates.theirs),
      profile: [
        ...profile,
        { name: theirs.name, rate: median(rates.theirs) },
        { name: 'ours: the same list', rate: median(rates.ours) },
      ],
      folder,
    }
  } finally {
    for (const server of servers) server.kill('SIGTERM')
  }
}

const PROFILE = [
  ['bare route', '/bare'],
  ['bare route, statements of the list', '/bare-work'],
  ['body parser, session in Redis, shield', '/hello'],
  ['the same and auth (loads the user)', '/me'],
] as const

export const serve = (file: string, env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import=@poppinss/ts-exec', file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

export async function answers(url: string) {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (
      await fetch(url).then(
        (reply) => reply.ok,
        () => false
      )
    )
      return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error(`no answer from ${url}`)
}

export async function rateOf({ url, headers }: Route, seconds: number): Promise<number> {
  const result = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    duration: seconds,
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`)
  return result.requests.average
}

async function check({ url, headers }: Route) {
  const { request } = await import('node:http')
  const body = await new Promise<string>((resolve, reject) => {
    const sent = request(url, { headers }, (reply) => {
      let text = ''
      reply.on('data', (part) => (text += part))
      reply.on('end', () =>
        reply.statusCode === 200
          ? resolve(text)
          : reject(new Error(`${url}: ${reply.statusCode} ${text.slice(0, 200)}`))
      )
    })
    sent.on('error', reject)
    sent.end()
  })
  const rows = JSON.parse(body).data
  if (rows.length !== 20) throw new Error(`${url}: ${rows.length} rows instead of 20`)
}

const cookiesOf = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** By the personas of the demo, as a visitor does. */
async function signIn(base: string, host: string, login: string): Promise<string> {
  const { request } = await import('node:http')
  const ask = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<string[]>((resolve, reject) => {
      const sent = request(`${base}${path}`, { method, headers: { host, ...headers } }, (reply) => {
        reply.resume()
        reply.on('end', () =>
          reply.statusCode! < 400
            ? resolve((reply.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]))
            : reject(new Error(`${path}: ${reply.statusCode}`))
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
  const first = await ask('GET', '/sign-in', { accept: 'text/html' })
  const token = first.find((cookie) => cookie.startsWith('XSRF-TOKEN='))!.slice(11)
  const second = await ask(
    'POST',
    '/personas',
    {
      'accept': 'application/json',
      'content-type': 'application/json',
      'cookie': first.join('; '),
      'x-xsrf-token': decodeURIComponent(token),
    },
    JSON.stringify({ login })
  )
  return second.join('; ')
}

const stockSignIn = async (base: string, login: string) =>
  cookiesOf(await fetch(`${base}/login/${login}`, { method: 'POST' }))
