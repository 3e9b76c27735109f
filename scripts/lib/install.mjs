// Dependencies, the pinned Node.js and the built pages; each is done again only when what it is made from changed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, fail, log, remember, seconds, state } from './home.mjs'

const bin = join(ROOT, 'node_modules', '.bin')

/** Environment in which `node` is the pinned one. */
export const withPinnedNode = (env = process.env) => ({ ...env, PATH: `${bin}:${env.PATH ?? ''}` })

export const pinnedNode = () => {
  const path = join(bin, 'node')
  if (existsSync(path)) return path
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail('没有找到 Node.js 24；请删除 node_modules 后再试，或安装 Node.js 24。')
}

function digest(paths) {
  const hash = createHash('sha1')
  const add = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory())
      for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path.slice(ROOT.length)).update(readFileSync(path))
  }
  paths.forEach((path) => add(join(ROOT, path)))
  return hash.digest('hex')
}

export function ensureDependencies() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 18) fail(`需要 Node.js 18 或更高版本，当前为 ${process.version}。`)
  const wanted = digest(['package-lock.json'])
  if (existsSync(join(ROOT, 'node_modules')) && state().dependencies === wanted) return
  const since = Date.now()
  log('安装依赖')
  // not `npm ci`: it refuses a lock file in which builds for other platforms are missing, and some registries lack
  // those of the document renderer; `install` takes the same locked versions
  const run = spawnSync(
    'npm',
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: withPinnedNode(),
    }
  )
  if (run.status !== 0) fail('依赖没有安装成功，请检查网络与上面的提示。')
  remember({ dependencies: wanted })
  log(`依赖已安装（${seconds(since)}）`)
}

const PAGE_SOURCES = [
  'resources',
  'vite.config.ts',
  'package-lock.json',
  'app/province/conditions.ts',
  'app/evaluations/column_names.ts',
]

export async function ensurePages() {
  const wanted = digest(PAGE_SOURCES)
  if (existsSync(join(ROOT, 'public/assets/.vite/manifest.json')) && state().pages === wanted)
    return
  const since = Date.now()
  log('构建页面')
  const code = await run([
    join(ROOT, 'node_modules/vite/bin/vite.js'),
    'build',
    '--logLevel',
    'warn',
  ])
  if (code !== 0) fail('页面没有构建成功。')
  remember({ pages: wanted })
  log(`页面已构建（${seconds(since)}）`)
}

/** Runs a program under the pinned Node to its end; answers its exit code. */
export function run(args, { env = process.env, stdio = 'inherit' } = {}) {
  return new Promise((done) => {
    const child = spawn(pinnedNode(), args, { cwd: ROOT, stdio, env: withPinnedNode(env) })
    child.on('exit', (code, signal) => done(signal ? 1 : code))
  })
}

export const ace = (args, env) => run(['ace.js', ...args], { env })
