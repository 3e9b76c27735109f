import hash from '@adonisjs/core/services/hash'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#web/actor'
import { Refusal } from '#web/refusal'

const operators = () => db.connection('platform').from('operators')

/** Operators run the instance on its own host; they have no ability inside a province. */
export async function operatorActor(ctx: HttpContext): Promise<Actor | null> {
  const id = ctx.session.get('operator') as number | undefined
  const row = id ? await operators().where('id', id).first() : null
  if (!row) return null
  const abilities = new Set(['operator'])
  return {
    accountId: row.id,
    name: row.name,
    kind: 'operator',
    personId: null,
    organizationId: null,
    organizationName: null,
    committeeId: null,
    expertId: null,
    roles: ['operator'],
    abilities,
    can: (name) => abilities.has(name),
  }
}

export async function signInOperator(ctx: HttpContext, login: string, password: string) {
  const row = await operators().where('login', login.trim()).first()
  const right = row?.password ? await hash.verify(row.password, password) : false
  if (!right) throw new Refusal('credentials', '登录名或密码不正确。')
  ctx.session.regenerate()
  ctx.session.put('operator', row.id)
}
