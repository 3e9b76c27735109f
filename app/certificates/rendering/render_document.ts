import { spawn, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import app from '@adonisjs/core/services/app'
import type { RenderAnswer, RenderJob } from '#certificates/rendering/render_job'

/** A document could not be made; the faults say why, in words. */
export class DocumentRefused extends Error {
  constructor(readonly faults: string[]) {
    super(faults[0])
    this.name = 'DocumentRefused'
  }
}

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const FONTS_CONF = fileURLToPath(new URL('./fonts.conf', import.meta.url))
/** Address space of a child in KiB: a template that asks for more ends its own process. */
const MEMORY_LIMIT = 4 * 1024 * 1024
/** The same for lists of thousands of names, and for batches: a compiler is made anew before the old one is gone. */
const LARGE_LIMIT = 12 * 1024 * 1024
const DOCUMENTS_PER_CHILD = 4000
const IDLE_MS = 60_000
const START_MS = 60_000

interface Task {
  job: RenderJob
  timeoutMs: number
  resolve: (answer: RenderAnswer) => void
}

/** A child and the task it works on; ended on the time limit, when it is used up and when nobody needs it. */
class Worker {
  #child: ChildProcess
  #task: Task | null = null
  #state: 'starting' | 'free' | 'busy' | 'ended' = 'starting'
  #done = 0
  #clock: NodeJS.Timeout

  constructor(readonly pool: Pool) {
    this.#child = start(pool.memoryLimit)
    this.#child.on('message', (message: { idle?: true; answer?: RenderAnswer }) => {
      if (message.answer) this.#finish(message.answer)
      if (!message.idle || this.#state === 'ended') return
      this.#state = 'free'
      this.wake()
    })
    this.#child.on('exit', () => this.end('排版进程异常退出，模板可能占用了过多内存'))
    this.#child.on('error', () => this.end('排版进程无法启动'))
    this.#clock = setTimeout(() => this.end('排版进程没有启动'), START_MS)
  }

  get isBusy() {
    return this.#state === 'busy'
  }

  /** Takes the next task when it has none. */
  wake() {
    if (this.#state !== 'free') return
    clearTimeout(this.#clock)
    if (this.#done >= DOCUMENTS_PER_CHILD) return this.end()
    const task = this.pool.next()
    this.#hold(task !== undefined)
    if (!task) {
      this.#clock = setTimeout(() => this.end(), IDLE_MS).unref()
      return
    }
    this.#task = task
    this.#state = 'busy'
    this.#clock = setTimeout(() => this.end('排版超过时限，已停止'), task.timeoutMs)
    this.#child.send({ job: task.job })
  }

  end(fault = '排版进程已停止') {
    if (this.#state === 'ended') return
    // one that never came up takes a task with it: the queue must not wait for ever
    if (this.#state === 'starting') this.#task = this.pool.next() ?? null
    this.#state = 'ended'
    this.#finish({ ok: false, faults: [fault] })
    this.#child.kill('SIGKILL')
    this.pool.left(this)
  }

  #finish(answer: RenderAnswer) {
    clearTimeout(this.#clock)
    const task = this.#task
    this.#task = null
    this.#done++
    task?.resolve(answer)
  }

  /** Only a child at work keeps this process alive. */
  #hold(working: boolean) {
    const way = working ? 'ref' : 'unref'
    this.#child[way]()
    this.#child.channel?.[way]()
  }
}

class Pool {
  #queue: Task[] = []
  #workers = new Set<Worker>()

  constructor(
    readonly size: number,
    readonly memoryLimit = MEMORY_LIMIT
  ) {}

  run(job: RenderJob, timeoutMs: number): Promise<RenderAnswer> {
    return new Promise((resolve) => {
      this.#queue.push({ job, timeoutMs, resolve })
      for (const worker of this.#workers) worker.wake()
      this.#fill()
    })
  }

  next = () => this.#queue.shift()

  left(worker: Worker) {
    this.#workers.delete(worker)
    this.#fill()
  }

  #fill() {
    const busy = [...this.#workers].filter(({ isBusy }) => isBusy).length
    while (this.#workers.size < Math.min(this.size, busy + this.#queue.length))
      this.#workers.add(new Worker(this))
  }

  end() {
    const waiting = this.#queue.splice(0)
    for (const worker of this.#workers) worker.end()
    for (const { resolve } of waiting) resolve({ ok: false, faults: ['排版进程已停止'] })
  }
}

/** Previews never wait behind a batch. */
const pools = {
  batch: new Pool(Math.max(1, availableParallelism() - 1), LARGE_LIMIT),
  preview: new Pool(1),
  large: new Pool(1, LARGE_LIMIT),
}

interface Options {
  lane?: keyof typeof pools
  timeoutMs?: number
}

/** Makes a document in a child process; throws `DocumentRefused` with the faults in words. */
export async function renderDocument(
  job: RenderJob,
  { lane = 'batch', timeoutMs = lane === 'preview' ? 5_000 : 20_000 }: Options = {}
): Promise<{ bytes: Buffer; pages: number }> {
  const answer = await pools[lane].run(job, timeoutMs)
  if (!answer.ok) throw new DocumentRefused(answer.faults)
  return { bytes: Buffer.from(answer.bytes), pages: answer.pages }
}

/** Ends the children; the next document starts new ones. */
export function endRendering() {
  for (const pool of Object.values(pools)) pool.end()
}

/** No secrets in its environment, no network, no fonts of the machine, a bound on its memory where the system has one. */
function start(memoryLimit: number): ChildProcess {
  const args = ['--import=@poppinss/ts-exec', CHILD]
  const limited = process.platform === 'linux'
  return spawn(
    limited ? '/bin/sh' : process.execPath,
    limited ? ['-c', `ulimit -v ${memoryLimit}; exec "$0" "$@"`, process.execPath, ...args] : args,
    {
      cwd: app.makePath(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        PATH: process.env.PATH,
        SYSTEMROOT: process.env.SYSTEMROOT,
        TZ: 'UTC',
        FONTCONFIG_FILE: FONTS_CONF,
        // packages would be fetched from the network: nobody listens there
        HTTPS_PROXY: 'http://127.0.0.1:9',
        HTTP_PROXY: 'http://127.0.0.1:9',
      },
    }
  )
}
