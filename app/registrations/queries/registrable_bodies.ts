import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import Organization from '#organizations/models/organization'
import type { Option } from '#province/ruleset'
import { Refusal } from '#web/refusal'

export type RegistrationKind = 'person' | 'unit'

/** Kinds of bodies one may register at: persons at units, units at whatever may have units below it. */
async function kindsFor(kind: RegistrationKind): Promise<string[]> {
  const { kinds } = (await currentRuleset()).ruleset.organizations
  const units = kinds.filter(({ core }) => core === 'unit').map(({ id }) => id)
  return kind === 'person'
    ? units
    : kinds
        .filter(({ core, creates }) => core !== 'unit' && creates.some((id) => units.includes(id)))
        .map(({ id }) => id)
}

/** Bodies by the beginning of their name; names only. */
export async function searchRegistrable(kind: RegistrationKind, name: string) {
  if ([...name].length < 2) return []
  const rows = await db
    .from('organizations')
    .where('status', 'active')
    .whereIn('kind', await kindsFor(kind))
    .where('name', 'like', `${name.replace(/[\\%_]/g, '\\$&')}%`)
    .orderBy('name')
    .limit(20)
    .select('id', 'name')
  return rows.map(({ id, name: label }) => ({ value: Number(id), label: String(label) }))
}

export async function registrableBody(kind: RegistrationKind, id: number): Promise<Organization> {
  const body = await Organization.find(id)
  if (body?.status === 'active' && (await kindsFor(kind)).includes(body.kind)) return body
  throw new Refusal('organization', '请更正标出的内容', [
    { field: 'organizationId', message: kind === 'person' ? '请选择所在单位' : '请选择上级机构' },
  ])
}

/** Kinds of units a body may have below it. */
export async function unitKindsBelow(body: Organization): Promise<Option[]> {
  const { kinds } = (await currentRuleset()).ruleset.organizations
  const creates = kinds.find(({ id }) => id === body.kind)?.creates ?? []
  return kinds
    .filter(({ id, core }) => core === 'unit' && creates.includes(id))
    .map(({ id, label }) => ({ value: id, label }))
}

/** All kinds of units that may register. */
export async function unitKinds(): Promise<Option[]> {
  const { kinds } = (await currentRuleset()).ruleset.organizations
  return kinds.filter(({ core }) => core === 'unit').map(({ id, label }) => ({ value: id, label }))
}
