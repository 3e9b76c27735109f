// Processes, ports and readiness. Node >= 18, no dependencies.
import { readFileSync, existsSync } from 'node:fs'
import { connect, createServer } from 'node:net'

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms))

export function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The pid in a file, if that process still is the program we started (pids are recycled). */
export function runningPid(file, program) {
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8'))
  if (!pid || !alive(pid)) return null
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program)) return null
  } catch {
    // no /proc on this system: the pid alone has to do
  }
  return pid
}

/** Opens a socket, says something, and asks whether the answer is right. */
export function probe(path, greeting, isRight) {
  return new Promise((answer) => {
    const socket = connect({ path })
    let settled = false
    const settle = (value) => {
      if (settled) return
      settled = true
      socket.destroy()
      answer(value)
    }
    socket.setTimeout(500, () => settle(false))
    socket.on('error', () => settle(false))
    socket.on('connect', () => greeting && socket.write(greeting))
    socket.on('data', (data) => settle(isRight(data)))
  })
}

export const portIsFree = (port, host = '127.0.0.1') =>
  new Promise((answer) => {
    const server = createServer()
    server.on('error', () => answer(false))
    server.listen(port, host, () => server.close(() => answer(true)))
  })

export async function freePort(wanted) {
  for (let port = wanted; port < wanted + 200; port++) if (await portIsFree(port)) return port
  throw new Error(`no free port from ${wanted}`)
}

/** Ends a process we started, by its id; waits for it. Answers whether it is gone. */
export async function end(pid, { signal = 'SIGTERM', patienceMs = 30_000 } = {}) {
  const since = Date.now()
  try {
    process.kill(pid, signal)
  } catch {
    return true
  }
  while (alive(pid) && Date.now() - since < patienceMs) await sleep(25)
  return !alive(pid)
}
