import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import openAccount from '#identity/actions/open_account'
import createOrganization from '#organizations/actions/create_organization'
import Organization from '#organizations/models/organization'
import { organizationValidator } from '#organizations/validators/organization'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

const FILTERS = ['name', 'kind', 'contact', 'regionCode', 'overseer'] as const

export default class OrganizationsController {
  /** The bodies right below the actor's own (HB-03). */
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, FILTERS)
    const query = db.from('organizations').orderBy('id')
    if (actor!.organizationId) query.where('parent_id', actor!.organizationId)
    if (filters.name) query.where('name', 'like', `%${filters.name.replace(/[\\%_]/g, '\\$&')}%`)
    if (filters.kind) query.where('kind', filters.kind)
    if (filters.regionCode) query.where('region_code', 'like', `${filters.regionCode}%`)
    for (const name of ['contact', 'overseer'] as const)
      if (filters[name]) query.whereRaw(`json_value(attributes, '$.${name}') = ?`, [filters[name]!])
    const { ruleset } = await currentRuleset()
    const own = actor!.organizationId ? await Organization.find(actor!.organizationId) : null
    const kinds = ruleset.organizations.kinds
    const creates = own
      ? (kinds.find(({ id }) => id === own.kind)?.creates ?? [])
      : kinds.map(({ id }) => id)
    const found = await paged<Record<string, unknown>>(query as never, pageOf(request))
    return page(inertia, 'unit/organizations/index', {
      own: own?.name ?? null,
      filters,
      kinds: kinds.map(({ id, label }) => ({ value: id, label })),
      creates,
      organizations: {
        meta: found.meta,
        data: found.data.map((row) => {
          const about = (
            typeof row.attributes === 'string' ? JSON.parse(row.attributes) : row.attributes
          ) as Record<string, string>
          return {
            id: row.id as number,
            code: row.code as string,
            name: row.name as string,
            kind: row.kind as string,
            contact: about.contact ?? null,
            region: row.region_code as string | null,
            overseer: about.overseer ?? null,
          }
        }),
      },
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(organizationValidator)
    const { code, name, kind, regionCode, creditCode, adminLogin, ...attributes } = input
    const actor = actorContext(ctx)
    const organization = await createOrganization(actor, {
      code,
      name,
      kind,
      regionCode,
      creditCode: creditCode ?? null,
      parentId: actor.actor.organizationId,
      attributes,
    })
    const { account, secret } = await openAccount(actor, {
      login: adminLogin,
      kind: 'staff',
      name: `${name}管理员`,
      roles: ['unit_admin'],
      organizationId: organization.id,
    })
    return done(ctx, {
      message: `已建立${name}，请把激活码交给其管理员`,
      data: { slips: [{ name: account.name, login: account.login, secret }] },
    })
  }
}
