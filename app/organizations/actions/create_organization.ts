import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import Organization from '#organizations/models/organization'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

export interface CreateOrganizationInput {
  code: string
  name: string
  kind: string
  parentId: number | null
  regionCode?: string | null
  creditCode?: string | null
  printedName?: string | null
  isFinal?: boolean
  issuerCode?: string | null
  attributes?: Record<string, unknown>
}

/** Adds a body below another one; which kind may stand below which is the ruleset's (HB-02, HB-03). */
export default async function createOrganization(
  ctx: ActorContext,
  input: CreateOrganizationInput,
  outer?: TransactionClientContract
): Promise<Organization> {
  const { organizations } = (await currentRuleset()).ruleset
  const kind = organizations.kinds.find(({ id }) => id === input.kind)
  if (!kind)
    throw new Refusal('kind', '请更正机构类型', [{ field: 'kind', message: '请选择机构类型' }])
  const parent = input.parentId ? await Organization.findOrFail(input.parentId) : null
  if (parent) {
    const parentKind = organizations.kinds.find(({ id }) => id === parent.kind)
    if (!parentKind?.creates.includes(input.kind))
      throw new Refusal('kind', `${parent.name}不能建立“${kind.label}”类型的下级机构。`, [
        { field: 'kind', message: '请选择允许的机构类型' },
      ])
  }
  if (await Organization.findBy('code', input.code))
    throw new Refusal('code_taken', '请更换机构代码', [
      { field: 'code', message: '该机构代码已被使用' },
    ])
  return (outer ?? db).transaction(async (trx) => {
    const created = await Organization.create(
      {
        code: input.code,
        name: input.name,
        printedName: input.printedName || input.name,
        kind: input.kind,
        parentId: input.parentId,
        tree: '/',
        regionCode: input.regionCode ?? null,
        creditCode: input.creditCode ?? null,
        isFinal: input.isFinal ?? false,
        issuerCode: input.issuerCode ?? null,
        attributes: input.attributes ?? {},
        status: 'active',
      },
      { client: trx }
    )
    const organization = await created
      .merge({ tree: `${parent?.tree ?? '/'}${created.id}/` })
      .save()
    await audit(
      ctx,
      {
        action: 'organization.created',
        objectType: 'organization',
        objectId: organization.id,
      },
      trx
    )
    return organization
  })
}
