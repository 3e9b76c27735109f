// Finding programs, and installing Debian packages where that is allowed (root, apt-get present, NO_APT unset).
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, log } from './home.mjs'

export function which(names) {
  const folders = (process.env.PATH ?? '')
    .split(':')
    .concat('/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin')
  for (const name of names)
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  return undefined
}

/** Path of the first program found; installs `packages` if none is there. */
export function program(names, packages, otherSystems) {
  const found = which(names)
  if (found) return found
  install(packages)
  const now = which(names)
  if (now) return now
  fail(
    `缺少 ${names[0]}，且无法自动安装。\n` +
      `  Debian/Ubuntu:  sudo apt-get install ${packages.join(' ')}\n` +
      `  macOS:          brew install ${otherSystems.brew}\n` +
      `  Fedora:         sudo dnf install ${otherSystems.dnf}\n` +
      (otherSystems.hint ? `  ${otherSystems.hint}\n` : ''),
    3
  )
}

let updated = false
export function install(packages) {
  const allowed =
    process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && process.env.NO_APT !== '1'
  if (!allowed) return
  log(`安装 ${packages.join(' ')}（apt-get）`)
  // exit 101 keeps a package from starting a daemon of its own
  const policy = '/usr/sbin/policy-rc.d'
  const had = existsSync(policy)
  if (!had) {
    writeFileSync(policy, '#!/bin/sh\nexit 101\n')
    chmodSync(policy, 0o755)
  }
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  try {
    if (!updated) spawnSync('apt-get', ['update', '-qq'], options)
    updated = true
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
  } finally {
    if (!had) rmSync(policy, { force: true })
  }
}
