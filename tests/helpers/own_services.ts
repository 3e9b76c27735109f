import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { PLATFORM_DATABASE, mysqlConnection } from '#config/database'
import env from '#start/env'

const execute = promisify(execFile)
const FOLDER = join(dirname(env.get('STORAGE_DIR')), 'own-services')
const OTHERS = ['DB_SOCKET', 'DB_HOST', 'DB_PORT', 'REDIS_SOCKET', 'REDIS_HOST', 'REDIS_PORT']

/**
 * MariaDB and Redis in a folder of their own, for a test that kills them. Between `start` and `end` this process and
 * what it starts use them instead of those of the run.
 */
export class OwnServices {
  #before: Partial<Record<'DB_SOCKET' | 'REDIS_SOCKET', string>> = {}

  async start() {
    await mkdir(FOLDER, { recursive: true, mode: 0o700 })
    await writeFile(
      join(FOLDER, 'credentials.json'),
      JSON.stringify({
        user: env.get('DB_USER'),
        password: env.get('DB_PASSWORD').release(),
        appKey: env.get('APP_KEY').release(),
      }),
      { mode: 0o600 }
    )
    await this.up()
    const { stdout } = await this.#services('env')
    const settings = new Map(
      stdout.split('\n').map((line) => line.split('=', 2) as [string, string])
    )
    this.#before = { DB_SOCKET: env.get('DB_SOCKET'), REDIS_SOCKET: env.get('REDIS_SOCKET') }
    useServices({
      DB_SOCKET: settings.get('DB_SOCKET')!,
      REDIS_SOCKET: settings.get('REDIS_SOCKET')!,
    })
  }

  /** Starts what does not run. */
  async up() {
    await this.#services('up')
  }

  async kill(name: 'mariadb' | 'redis') {
    const pid = Number(await readFile(join(FOLDER, name, 'pid'), 'utf8'))
    process.kill(pid, 'SIGKILL')
  }

  /** What Redis had written down is lost as well. */
  async emptyRedis() {
    await rm(join(FOLDER, 'redis'), { recursive: true, force: true })
  }

  async end() {
    useServices(this.#before)
    await this.#services('down')
  }

  #services(command: 'up' | 'down' | 'env') {
    const own = Object.entries(process.env).filter(([name]) => !OTHERS.includes(name))
    return execute(process.execPath, ['scripts/services.mjs', command], {
      cwd: app.makePath(),
      env: { ...Object.fromEntries(own), LOCAL_DIR: FOLDER },
    })
  }
}

/** The settings speak to processes begun from here on; the platform's connection of this one is turned round. */
function useServices(settings: Partial<Record<'DB_SOCKET' | 'REDIS_SOCKET', string>>) {
  for (const name of ['DB_SOCKET', 'REDIS_SOCKET'] as const) {
    env.set(name, settings[name] as never)
    if (!settings[name]) delete process.env[name]
  }
  const { config } = db.manager.get('platform')!
  db.manager.patch('platform', {
    ...config,
    connection: mysqlConnection(PLATFORM_DATABASE),
  } as never)
}
