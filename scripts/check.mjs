#!/usr/bin/env node
// npm run check: generated types clean, types, lint, format. All steps run; all faults are shown.
import { spawnSync } from 'node:child_process'
import { ROOT, log, seconds } from './lib/home.mjs'
import { ensureDependencies, pinnedNode, withPinnedNode } from './lib/install.mjs'
import { settings } from './services.mjs'

ensureDependencies()
const env = withPinnedNode({ ...settings(), PORT: '3000', ...process.env, NODE_ENV: 'development' })
const run = (args) => spawnSync(pinnedNode(), args, { cwd: ROOT, env, encoding: 'utf8' })
const git = (...args) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' })

const STEPS = {
  'generated types': () => {
    const made = run(['ace.js', 'codegen'])
    if (made.status !== 0) return made.stdout + made.stderr
    return git('diff', '--stat', '--', '.adonisjs').stdout
  },
  'types': () => {
    const checked = run(['node_modules/typescript/bin/tsc', '--noEmit'])
    return checked.status === 0 ? '' : checked.stdout
  },
  'lint': () => {
    const checked = run(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'])
    return checked.status === 0 ? '' : checked.stdout + checked.stderr
  },
}

let faulty = 0
for (const [name, step] of Object.entries(STEPS)) {
  const since = Date.now()
  const fault = step()
  if (fault) faulty++
  log(`${fault ? '✗' : '✓'} ${name}（${seconds(since)}）`)
  if (fault) console.log(fault)
}
process.exit(faulty > 0 ? 1 : 0)
