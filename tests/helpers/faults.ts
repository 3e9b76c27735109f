import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import type { Reply, Visitor } from '#tests/helpers/browserless'

/** A process of the product of its own, as it runs in production. */
const run = (...args: string[]) =>
  spawn(process.execPath, ['--import=@poppinss/ts-exec', ...args], {
    cwd: app.makePath(),
    env: process.env,
    stdio: 'ignore',
  })
export const startServer = () => run('bin/server.ts')
export const startWorker = () => run('bin/console.ts', 'jobs:work', '--concurrency=2')

export const answers = () =>
  new Promise<boolean>((resolve) => {
    http
      .get({ host: '127.0.0.1', port: process.env.PORT, path: '/health' }, (reply) => {
        reply.resume()
        resolve(true)
      })
      .on('error', () => resolve(false))
  })

/** Waits until something holds; what cannot be asked at the moment does not hold. */
export async function until(holds: () => Promise<boolean>, pause = 50) {
  while (!(await holds().catch(() => false))) await sleep(pause)
}

/** Numbers by chance. */
export const pick = (count: number) => Math.floor(Math.random() * count)

/** Sends until an answer comes, whatever dies in between; a lost answer is asked for again. */
export async function sends(visitor: Visitor, path: string, body: unknown): Promise<Reply> {
  for (;;) {
    const reply = await visitor.post(path, body).catch(() => null)
    if (reply && reply.status < 500) return reply
    await sleep(100)
  }
}

/** Processes of a test, ended with it. */
export class Begun {
  readonly #alive = new Set<ChildProcess>()

  begin(start: () => ChildProcess): ChildProcess {
    const child = start()
    this.#alive.add(child)
    child.on('exit', () => this.#alive.delete(child))
    return child
  }

  /** The browser's suite listens at the same port: it is free when the process is gone. */
  async end() {
    const gone = [...this.#alive].map((child) => once(child, 'exit'))
    this.#alive.forEach((child) => child.kill('SIGKILL'))
    await Promise.all(gone)
  }
}
