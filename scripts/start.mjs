#!/usr/bin/env node
// npm start: everything from a fresh clone to a running product. Ctrl-C ends what this run started and nothing else.
import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { ROOT, fail, log, seconds } from './lib/home.mjs'
import { ace, ensureDependencies, ensurePages, pinnedNode, withPinnedNode } from './lib/install.mjs'
import { openLog } from './lib/logs.mjs'
import { end, freePort, portIsFree, sleep } from './lib/processes.mjs'
import { servicesDown, servicesUp, settings } from './services.mjs'

const since = Date.now()
const dev = process.argv.includes('--dev')
const children = new Map()
let started = { db: false, redis: false }
let ending = false

async function stop(code) {
  if (ending) return
  ending = true
  log('正在停止')
  await Promise.all([...children.values()].map((child) => end(child.pid)))
  await servicesDown(started)
  process.exit(code)
}
process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))

ensureDependencies()
started = await servicesUp()

const wanted = process.env.PORT ? Number(process.env.PORT) : 3000
if (process.env.PORT && !(await portIsFree(wanted))) {
  await servicesDown(started)
  fail(`端口 ${wanted} 已被占用，请换一个 PORT。`)
}
const port = await freePort(wanted)
if (port !== wanted) log(`端口 ${wanted} 已被占用，改用 ${port}`)
const env = {
  DEMO: 'true',
  ...settings(),
  ...process.env,
  PORT: String(port),
  NODE_ENV: dev ? 'development' : 'production',
}

if ((await ace(['platform:setup'], env)) !== 0) await stop(1)
if (!dev) await ensurePages()

const RESTARTS = 5
function keepRunning(name, args, restarts = 0) {
  const output = dev ? 'inherit' : openLog(name)
  const child = spawn(pinnedNode(), args, {
    cwd: ROOT,
    env: withPinnedNode(env),
    stdio: ['ignore', output, 'inherit'],
  })
  if (!dev) closeSync(output)
  children.set(name, child)
  child.on('exit', async (code) => {
    if (ending) return
    if (restarts >= RESTARTS) {
      log(`${name} 多次退出（${code}），停止运行`)
      return void stop(1)
    }
    log(`${name} 退出（${code}），重新启动`)
    await sleep(500 * 2 ** restarts)
    if (!ending) keepRunning(name, args, restarts + 1)
  })
}

keepRunning(
  'web',
  dev ? ['ace.js', 'serve', '--watch', '--no-clear'] : ['--import=@poppinss/ts-exec', 'bin/server.ts']
)

keepRunning('worker', ['--import=@poppinss/ts-exec', 'bin/console.ts', 'jobs:work'])

const health = `http://127.0.0.1:${port}/health`
for (let healthy = false; !healthy && !ending;) {
  if (Date.now() - since > 600_000) await stop(1)
  healthy = await fetch(health).then(
    async (answer) => answer.ok && (await answer.json()).workers > 0,
    () => false
  )
  if (!healthy) await sleep(200)
}

if (!ending) {
  const { default: provinces } = await import('./lib/provinces.mjs')
  console.log(`\n职称评审服务已就绪（${seconds(since)}）\n`)
  for (const { id, name } of provinces)
    console.log(
      `  ${name}  http://${id}.${env.BASE_DOMAIN}:${port}/   演示角色 http://${id}.${env.BASE_DOMAIN}:${port}/personas`
    )
  console.log(`\n  没有子域名时用  http://127.0.0.1:${port}/t/<省>/`)
  console.log(`  数据在 .local，运行日志在 .local/logs\n  停止：Ctrl-C\n`)
}
