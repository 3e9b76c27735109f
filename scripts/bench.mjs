#!/usr/bin/env node
// npm run bench [-- name …]: measures in one run, prints ratios. Each file of bench/ exports run() → Ratio[].
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, fail } from './lib/home.mjs'
import { ensureDependencies, ensurePages, pinnedNode, withPinnedNode } from './lib/install.mjs'
import { program } from './lib/packages.mjs'
import { freePort } from './lib/processes.mjs'
import { servicesDown, servicesUp, settings } from './services.mjs'

const known = readdirSync(join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
const names = process.argv.slice(2)
const unknown = names.find((name) => !known.includes(name))
if (unknown) fail(`没有 ${unknown}，可以是：${known.join('、')}`)

ensureDependencies()
const started = await servicesUp()
await ensurePages()
program(['chromium', 'google-chrome', 'chromium-browser'], ['chromium'], {
  brew: '--cask chromium',
  dnf: 'chromium',
  hint: '证书渲染要与浏览器比较',
})
const work = mkdtempSync(join(tmpdir(), 'zhicheng-bench-'))
const env = withPinnedNode({
  ...settings(),
  ...process.env,
  // two at a time need a prefix each
  DB_PREFIX: process.env.BENCH_DB_PREFIX ?? 'zct_bench_',
  REDIS_DB: '9',
  NODE_ENV: 'production',
  LOG_LEVEL: 'fatal',
  DEMO: 'true',
  PORT: String(await freePort(20_000 + (process.pid % 10_000))),
  STORAGE_DIR: join(work, 'storage'),
  BACKUP_DIR: join(work, 'backups'),
})
// each in a process of its own: none is warmed by another, and what one has measured is printed when it ends
let code = 0
for (const name of names.length > 0 ? names : known) {
  const child = spawn(pinnedNode(), ['--import=@poppinss/ts-exec', 'bench/run.ts', name], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  })
  code = (await new Promise((done) => child.on('exit', (exit) => done(exit ?? 1)))) || code
}
rmSync(work, { recursive: true, force: true })
await servicesDown(started)
process.exit(code)
