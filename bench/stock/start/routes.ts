import { readFileSync } from 'node:fs'
import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'
import type { HttpContext } from '@adonisjs/core/http'
import mysql from 'mysql2/promise'
import User from '../user.js'

const { STOCK_SQL, STOCK_DATABASE, STOCK_USER, STOCK_PASSWORD, DB_SOCKET, DB_HOST, DB_PORT } =
  process.env
const statements: { sql: string; bindings: never[] }[] = JSON.parse(
  readFileSync(STOCK_SQL!, 'utf8')
)
const pool = mysql.createPool({
  ...(DB_SOCKET ? { socketPath: DB_SOCKET } : { host: DB_HOST, port: Number(DB_PORT ?? 3306) }),
  user: STOCK_USER,
  password: STOCK_PASSWORD,
  database: STOCK_DATABASE,
  connectionLimit: 10,
})

/** The statements of our list in its order: the first two side by side, the others follow. */
async function list() {
  const [one, two, ...others] = statements
  const answers = await Promise.all(
    [one, two].map(({ sql, bindings }) => pool.query(sql, bindings))
  )
  for (const { sql, bindings } of others) answers.push(await pool.query(sql, bindings))
  const rows = answers
    .map(([found]) => found as unknown[])
    .filter((found) => found.length === 20)
    .at(-1)
  return { data: rows, meta: { total: answers[0][0] } }
}

const stack = [
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('@adonisjs/session/session_middleware'),
  () => import('@adonisjs/shield/shield_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
] as const
const named = router.named({
  bodyparser: stack[0],
  session: stack[1],
  shield: stack[2],
  auth: stack[3],
})
server.use([])
const full = [named.bodyparser(), named.session(), named.shield(), named.auth()]

/** A public page: the statements one after the other, nobody signed in. */
router
  .get('/public', async () => {
    const answers = []
    for (const { sql, bindings } of statements) answers.push((await pool.query(sql, bindings))[0])
    return { data: answers }
  })
  .use([named.bodyparser(), named.session(), named.shield()])
router.get('/bare', () => ({ hello: 'world' }))
router.get('/bare-work', list)
router.get('/hello', () => ({ hello: 'world' })).use(full)
router
  .post('/login/:login', async ({ auth, params }: HttpContext) => {
    const user = await User.findByOrFail('login', params.login)
    await auth.use('web').login(user)
    return { ok: true }
  })
  .use([named.bodyparser(), named.session(), named.auth()])
router
  .get('/me', async ({ auth }: HttpContext) => {
    const user = await auth.use('web').authenticate()
    return { name: user.name }
  })
  .use(full)
router
  .get('/work', async ({ auth }: HttpContext) => {
    await auth.use('web').authenticate()
    return list()
  })
  .use(full)
