import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import type Account from '#identity/models/account'
import type { RoleDefinition } from '#province/define_province'
import { provinceOf } from '#province/registry'
import { allAbilities, dutiesOf, DUTIES } from '#web/abilities'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { forgetRoles, rolesOfTenant } from '#web/roles'
import { stamp } from '#web/stamp'

export interface RoleInput {
  label: string
  abilities: string[]
  /** 0 = as the plugin has it */
  version: number
}

/** A role may have abilities of one administrator's duty at most, and only as an administrator's role. */
function refuseMixedDuties(role: Pick<RoleDefinition, 'kind' | 'abilities'>) {
  const unknown = role.abilities.filter((name) => !allAbilities().has(name))
  if (unknown.length > 0) throw new Refusal('ability', '所选权限中有系统没有的权限。')
  const duties = dutiesOf(role.abilities)
  if (duties.length > 1)
    throw new Refusal(
      'duties',
      `${duties.map((duty) => DUTIES[duty]).join('、')}的权限应由不同的人掌握，不能放在同一岗位。`
    )
  if (duties.length > 0 && role.kind !== 'tenant_admin')
    throw new Refusal('duties', `${DUTIES[duties[0]]}的权限只能给管理员岗位。`)
}

export async function addRole(
  ctx: ActorContext,
  input: Omit<RoleInput, 'version'> & { id: string; kind: RoleDefinition['kind'] }
) {
  if ((await rolesOfTenant()).some(({ id }) => id === input.id))
    throw new Refusal('role_taken', '请更换岗位标识', [{ field: 'id', message: '已有这个岗位' }])
  refuseMixedDuties(input)
  await db.transaction(async (trx) => {
    await insertRole(ctx, trx, input)
    await audit(ctx, { action: 'role.added', detail: { role: input.id } }, trx)
  })
  forgetRoles()
}

/** Changes a role for the tenant; whoever has it works under the change with his next request. */
export async function changeRole(ctx: ActorContext, id: string, input: RoleInput) {
  const role = (await rolesOfTenant()).find((each) => each.id === id)
  if (!role) throw new NotFound('没有这个岗位。')
  if (ctx.actor.roles.includes(id)) throw new Refusal('own', '不能修改自己所在岗位的权限。')
  refuseMixedDuties({ kind: role.kind, abilities: input.abilities })
  await refuseMixedHolders(id, input.abilities)
  await db.transaction(async (trx) => {
    if (input.version === 0) {
      if (await trx.from('tenant_roles').where('id', id).first()) throw new StaleRefusal()
      await insertRole(ctx, trx, { ...role, ...input, id })
    } else {
      const changed = await trx
        .from('tenant_roles')
        .where({ id, version: input.version })
        .update({
          label: input.label,
          abilities: JSON.stringify(input.abilities),
          version: input.version + 1,
          updated_by: ctx.actor.name,
          updated_at: stamp(ctx),
        })
      if (Number(changed) === 0) throw new StaleRefusal()
    }
    await audit(
      ctx,
      {
        action: 'role.changed',
        detail: {
          role: id,
          added: input.abilities.filter((name) => !role.abilities.includes(name)),
          removed: role.abilities.filter((name) => !input.abilities.includes(name)),
        },
      },
      trx
    )
  })
  forgetRoles()
}

/** Takes back what the tenant changed; a role the plugin does not have goes, unless somebody holds it. */
export async function resetRole(ctx: ActorContext, id: string) {
  const isGiven = provinceOf(ctx.tenant.province).roles.some((role) => role.id === id)
  if (ctx.actor.roles.includes(id)) throw new Refusal('own', '不能修改自己所在岗位的权限。')
  const [{ count }] = await db.from('account_roles').where('role', id).count('* as count')
  if (!isGiven && Number(count) > 0)
    throw new Refusal('used', `还有 ${count} 个账号在这个岗位，请先调整后再删除。`)
  await db.transaction(async (trx) => {
    const removed = await trx.from('tenant_roles').where('id', id).delete()
    if (Number(removed) === 0) throw new NotFound('这个岗位没有修改过。')
    await audit(ctx, { action: 'role.removed', detail: { role: id } }, trx)
  })
  forgetRoles()
}

/** Gives an account its roles; nobody holds two of the three administrators' duties, nobody grants to himself. */
export async function assignRoles(ctx: ActorContext, account: Account, roles: string[]) {
  if (account.id === ctx.actor.accountId) throw new Refusal('own', '不能为自己授权，请由他人办理。')
  const known = await rolesOfTenant()
  const chosen = roles.map((id) => known.find((role) => role.id === id))
  if (chosen.some((role) => role?.kind !== account.kind))
    throw new Refusal('role', '所选岗位与账号类型不符', [
      { field: 'roles', message: '请重新选择岗位' },
    ])
  const duties = dutiesOf(chosen.flatMap((role) => role!.abilities))
  if (duties.length > 1)
    throw new Refusal(
      'duties',
      `系统、安全、审计三员应由不同的人担任，不能同时授予${duties.map((duty) => DUTIES[duty]).join('和')}岗位。`
    )
  await db.transaction(async (trx) => {
    await trx.from('account_roles').where('account_id', account.id).delete()
    if (roles.length > 0)
      await trx
        .table('account_roles')
        .multiInsert(roles.map((role) => ({ account_id: account.id, role })))
    // older sessions end: the change counts from the next sign-in
    await trx
      .from('accounts')
      .where('id', account.id)
      .update({ session_epoch: account.sessionEpoch + 1 })
    await audit(
      ctx,
      {
        action: 'account.roles_set',
        objectType: 'account',
        objectId: account.id,
        detail: { roles },
      },
      trx
    )
  })
}

/** Widening a role must not give one of its holders two duties. */
async function refuseMixedHolders(id: string, abilities: string[]) {
  const own = dutiesOf(abilities)
  if (own.length === 0) return
  const others = (await rolesOfTenant())
    .filter((role) => role.id !== id && dutiesOf(role.abilities).some((duty) => duty !== own[0]))
    .map((role) => role.id)
  const both = await db
    .from('account_roles as a')
    .join('account_roles as b', 'b.account_id', 'a.account_id')
    .where('a.role', id)
    .whereIn('b.role', others)
    .first()
  if (both) throw new Refusal('duties', '有账号同时在另一管理员岗位，请先调整其岗位。')
}

async function insertRole(
  ctx: ActorContext,
  trx: TransactionClientContract,
  { id, label, kind, abilities }: Pick<RoleDefinition, 'id' | 'label' | 'kind' | 'abilities'>
) {
  await trx.table('tenant_roles').insert({
    id,
    label,
    kind,
    abilities: JSON.stringify(abilities),
    version: 1,
    updated_by: ctx.actor.name,
    updated_at: stamp(ctx),
  })
}
