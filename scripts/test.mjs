#!/usr/bin/env node
// npm test: sets up what the tests need, runs every suite, ends with one line. --fast leaves the browser out.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, log, seconds } from './lib/home.mjs'
import { ensureDependencies, ensurePages, pinnedNode, withPinnedNode } from './lib/install.mjs'
import { install, program, which } from './lib/packages.mjs'
import { freePort } from './lib/processes.mjs'
import { servicesDown, servicesUp, settings } from './services.mjs'

const since = Date.now()
const fast = process.argv.includes('--fast')
const rest = process.argv.slice(2).filter((word) => word !== '--fast')
const SUITES = ['unit', 'contract', 'architecture', 'functional', 'isolation', 'faults', 'browser']
const named = rest.filter((word) => SUITES.includes(word))
const suites = named.length > 0 ? named : SUITES.filter((suite) => !fast || suite !== 'browser')

ensureDependencies()
const started = await servicesUp()
await ensurePages()
if (suites.includes('browser')) {
  program(['chromium', 'google-chrome', 'chromium-browser'], ['chromium'], {
    brew: '--cask chromium',
    dnf: 'chromium',
    hint: '或用 npm run test:fast 不运行浏览器测试',
  })
  // without a CJK font the pages of the tests would be boxes
  if (!which(['fc-list'])) install(['fonts-noto-cjk'])
}

const work = mkdtempSync(join(tmpdir(), 'zhicheng-test-'))

/** What walks slowly and waits much runs beside the rest, with databases, Redis database and files of its own. */
const BESIDE = ['isolation', 'faults', 'browser']
const lanes =
  named.length > 0 || rest.length > 0
    ? [suites]
    : [
        suites.filter((suite) => !BESIDE.includes(suite)),
        suites.filter((suite) => BESIDE.includes(suite)),
      ]

/** Runs suites in a process of their own; the first lane speaks as it goes, another when it has ended. */
async function runLane(suites, lane) {
  const env = withPinnedNode({
    ...settings(),
    ...process.env,
    // never the demo's, whatever the shell says
    DB_PREFIX: (process.env.TEST_DB_PREFIX ?? 'zct_') + (lane ? `${lane}_` : ''),
    REDIS_DB: String(Number(process.env.TEST_REDIS_DB ?? 1) + lane),
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
    // copies that test at the same time start their search at different places
    PORT: String(await freePort(20_000 + (process.pid % 10_000) + lane * 50)),
    DEMO: 'true',
    STORAGE_DIR: join(work, `storage-${lane}`),
    BACKUP_DIR: join(work, `backups-${lane}`),
  })
  const names = rest.filter((word) => !SUITES.includes(word))
  const child = spawn(
    pinnedNode(),
    ['--import=@poppinss/ts-exec', 'bin/test.ts', ...suites, ...names],
    { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] }
  )
  let output = ''
  // what failed is written to stderr, between the lines of stdout
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data
      if (lane === 0) process.stdout.write(data)
    })
  const code = await new Promise((done) => child.on('close', (exit) => done(exit ?? 1)))
  return { code, output }
}

const results = await Promise.all(lanes.map(runLane))
for (const { output } of results.slice(1)) process.stdout.write(output)
rmSync(work, { recursive: true, force: true })
await servicesDown(started)

const count = (word) =>
  results
    .map(({ output }) => output.replace(/\u001b\[[0-9;]*m/g, ''))
    .map((plain) => new RegExp(`(\\d+) ${word}`).exec(plain.slice(plain.lastIndexOf('Tests')))?.[1])
    .reduce((sum, found) => sum + Number(found ?? 0), 0)
const passed = count('passed')
const failed = count('failed')
log(`用时 ${seconds(since)}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(results.some(({ code }) => code !== 0) || failed > 0 || passed === 0 ? 1 : 0)
