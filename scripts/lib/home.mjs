// Where this copy keeps its private things, and its settings. Node >= 18, no dependencies.
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const LOCAL = resolve(process.env.LOCAL_DIR ?? join(ROOT, '.local'))

// a unix socket's path may have 107 bytes: a deep checkout gets a short folder elsewhere
const near = join(LOCAL, 'run')
export const RUN =
  near.length < 84
    ? near
    : join(tmpdir(), `zc-${createHash('sha1').update(LOCAL).digest('hex').slice(0, 10)}`)

export function makeFolders() {
  for (const folder of [LOCAL, RUN]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  }
}

/** Small facts remembered between runs, `.local/state.json`. */
const STATE = join(LOCAL, 'state.json')
export const state = () => (existsSync(STATE) ? JSON.parse(readFileSync(STATE, 'utf8')) : {})
export function remember(facts) {
  makeFolders()
  writeFileSync(STATE, JSON.stringify({ ...state(), ...facts }, null, 2), { mode: 0o600 })
}

/** Secrets of this copy, made once. */
export function credentials() {
  makeFolders()
  const file = join(LOCAL, 'credentials.json')
  if (!existsSync(file)) {
    const secrets = {
      user: 'zhicheng',
      password: randomBytes(18).toString('base64url'),
      appKey: randomBytes(32).toString('base64url'),
    }
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

export const log = (...words) => console.error('·', ...words)
export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Ends with a message a person can act on. */
export function fail(message, code = 1) {
  console.error(`\n✗ ${message}`)
  process.exit(code)
}
