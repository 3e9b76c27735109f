#!/usr/bin/env node
// Private MariaDB and Redis for one machine.  node scripts/services.mjs up|down|status|env
// A service is left alone when the environment names a server (DB_HOST or DB_SOCKET, REDIS_HOST or REDIS_SOCKET).
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  LOCAL,
  RUN,
  credentials,
  fail,
  log,
  makeFolders,
  remember,
  seconds,
  state,
} from './lib/home.mjs'
import { program, which } from './lib/packages.mjs'
import { end, freePort, probe, runningPid, sleep } from './lib/processes.mjs'

const place = {
  db: join(LOCAL, 'mariadb'),
  dbSocket: join(RUN, 'db.sock'),
  dbPid: join(LOCAL, 'mariadb', 'pid'),
  redis: join(LOCAL, 'redis'),
  redisSocket: join(RUN, 'redis.sock'),
  redisPid: join(LOCAL, 'redis', 'pid'),
}

// the server's greeting is protocol 10
const dbReady = () => probe(place.dbSocket, null, (data) => data[4] === 0x0a)
const redisReady = () =>
  probe(place.redisSocket, 'PING\r\n', (data) => data.toString().startsWith('+PONG'))

const ownDb = () => !process.env.DB_HOST && !process.env.DB_SOCKET
const ownRedis = () => !process.env.REDIS_HOST && !process.env.REDIS_SOCKET

async function rememberedPort(name, setting, wanted) {
  if (setting) return Number(setting)
  const known = state()[name]
  // another copy may have taken the port while this one was down
  const port = await freePort(known ?? wanted)
  if (port !== known) remember({ [name]: port })
  return port
}

async function untilReady(isReady, what, child, logFile) {
  const since = Date.now()
  while (Date.now() - since < 60_000) {
    if (await isReady()) return
    if (child.exitCode !== null || child.signalCode) break
    await sleep(25)
  }
  const tail = existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n').slice(-15) : []
  fail(`${what} 没有启动成功，日志 ${logFile}：\n${tail.join('\n')}`, 4)
}

/** Starts MariaDB; answers whether this call started it. */
async function upDb() {
  const since = Date.now()
  const server = program(['mariadbd', 'mysqld'], ['mariadb-server'], {
    brew: 'mariadb',
    dnf: 'mariadb-server',
    hint: '或在环境变量 DB_HOST、DB_PORT、DB_USER、DB_PASSWORD 中指定已有的服务器',
  })
  if (runningPid(place.dbPid, 'maria') && (await dbReady())) return false
  const data = join(place.db, 'data')
  mkdirSync(join(place.db, 'conf.d'), { recursive: true, mode: 0o700 })
  const user = userInfo().username
  const port = await rememberedPort('dbPort', process.env.LOCAL_DB_PORT, 41306)
  const logFile = join(place.db, 'error.log')
  const settings = join(place.db, 'my.cnf')
  writeFileSync(settings, mariadbSettings({ user, data, port, logFile }))
  writeFileSync(join(place.db, 'init.sql'), grants(credentials()), { mode: 0o600 })
  if (!existsSync(join(data, 'mysql'))) {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    execFileSync(
      which(['mariadb-install-db', 'mysql_install_db']) ?? fail('缺少 mariadb-install-db', 3),
      [
        '--no-defaults',
        `--datadir=${data}`,
        `--user=${user}`,
        '--skip-test-db',
        '--auth-root-authentication-method=socket',
        `--auth-root-socket-user=${user}`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] }
    )
  }
  const output = openSync(logFile, 'a')
  const child = spawn(server, [`--defaults-file=${settings}`], {
    detached: true,
    stdio: ['ignore', output, output],
  })
  await untilReady(dbReady, 'MariaDB', child, logFile)
  child.unref()
  log(`MariaDB 已就绪（127.0.0.1:${port}，${seconds(since)}）`)
  return true
}

const mariadbSettings = ({
  user,
  data,
  port,
  logFile,
}) => `# written at every start; own settings go to conf.d/*.cnf
[mysqld]
user=${user}
datadir=${data}
socket=${place.dbSocket}
pid-file=${place.dbPid}
log-error=${logFile}
bind-address=127.0.0.1
port=${port}
skip-name-resolve
init-file=${join(place.db, 'init.sql')}
character-set-server=utf8mb4
collation-server=utf8mb4_unicode_520_ci
sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE
default-time-zone=+00:00
transaction-isolation=READ-COMMITTED
max-connections=400
table-open-cache=4000
table-definition-cache=4000
innodb-buffer-pool-size=512M
innodb-log-file-size=256M
innodb-flush-log-at-trx-commit=1
innodb-flush-method=O_DIRECT
innodb-strict-mode=1
innodb-lock-wait-timeout=10
max-allowed-packet=64M
performance-schema=0
local-infile=0
!includedir ${place.db}/conf.d
`

const grants = ({ user, password }) =>
  ['localhost', '127.0.0.1']
    .flatMap((host) => [
      `CREATE USER IF NOT EXISTS '${user}'@'${host}' IDENTIFIED BY '${password}';`,
      `GRANT ALL PRIVILEGES ON \`zc\\_%\`.* TO '${user}'@'${host}' WITH GRANT OPTION;`,
      `GRANT ALL PRIVILEGES ON \`zct\\_%\`.* TO '${user}'@'${host}' WITH GRANT OPTION;`,
      `GRANT CREATE USER ON *.* TO '${user}'@'${host}';`,
    ])
    .concat('')
    .join('\n')

/** Starts Redis; answers whether this call started it. */
async function upRedis() {
  const since = Date.now()
  const server = program(['redis-server', 'valkey-server'], ['redis-server'], {
    brew: 'redis',
    dnf: 'redis',
    hint: '或在环境变量 REDIS_HOST、REDIS_PORT 中指定已有的服务器',
  })
  if (runningPid(place.redisPid, 'redis') && (await redisReady())) return false
  mkdirSync(place.redis, { recursive: true, mode: 0o700 })
  const port = await rememberedPort('redisPort', process.env.LOCAL_REDIS_PORT, 41379)
  const logFile = join(place.redis, 'redis.log')
  const settings = join(place.redis, 'redis.conf')
  // noeviction: the queue must never lose an entry to memory pressure
  writeFileSync(
    settings,
    `bind 127.0.0.1
port ${port}
unixsocket ${place.redisSocket}
unixsocketperm 700
dir ${place.redis}
pidfile ${place.redisPid}
daemonize no
appendonly yes
appendfsync everysec
maxmemory 512mb
maxmemory-policy noeviction
save ""
databases 16
`
  )
  const output = openSync(logFile, 'a')
  const child = spawn(server, [settings], { detached: true, stdio: ['ignore', output, output] })
  writeFileSync(place.redisPid, String(child.pid))
  await untilReady(redisReady, 'Redis', child, logFile)
  child.unref()
  log(`Redis 已就绪（127.0.0.1:${port}，${seconds(since)}）`)
  return true
}

async function down(name, pidFile, programName) {
  const pid = runningPid(pidFile, programName)
  if (!pid) return
  if (!(await end(pid, { patienceMs: 60_000 }))) fail(`${name} 未能停止（pid ${pid}）`, 5)
  rmSync(pidFile, { force: true })
  log(`${name} 已停止`)
}

/** Starts what is missing; answers which services this call started. */
export async function servicesUp() {
  makeFolders()
  // one after the other: both may have to install packages
  const db = ownDb() ? await upDb() : false
  const redis = ownRedis() ? await upRedis() : false
  return { db, redis }
}

export async function servicesDown(which = { db: true, redis: true }) {
  await Promise.all([
    which.db && ownDb() && down('MariaDB', place.dbPid, 'maria'),
    which.redis && ownRedis() && down('Redis', place.redisPid, 'redis'),
  ])
}

/** Settings of the application that follow from this copy; the environment's own win. */
export function settings() {
  const secrets = credentials()
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    BASE_DOMAIN: 'localhost',
    APP_KEY: secrets.appKey,
    DB_PREFIX: 'zc_',
    ...(ownDb()
      ? { DB_SOCKET: place.dbSocket, DB_USER: secrets.user, DB_PASSWORD: secrets.password }
      : {}),
    ...(ownRedis() ? { REDIS_SOCKET: place.redisSocket } : {}),
    STORAGE_DIR: join(LOCAL, 'storage'),
    BACKUP_DIR: join(LOCAL, 'backups'),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const command = process.argv[2] ?? 'up'
  if (command === 'up') await servicesUp()
  else if (command === 'down') await servicesDown()
  else if (command === 'status')
    console.log(JSON.stringify({ mariadb: await dbReady(), redis: await redisReady() }))
  else if (command === 'env')
    for (const [name, value] of Object.entries(settings())) console.log(`${name}=${value}`)
  else fail('node scripts/services.mjs up|down|status|env')
}
