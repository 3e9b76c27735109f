import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import openAccount from '#identity/actions/open_account'
import resetActivation from '#identity/actions/reset_activation'
import Account from '#identity/models/account'
import { cancelOrganization, changeOrganization } from '#organizations/actions/change_organization'
import createOrganization from '#organizations/actions/create_organization'
import Organization from '#organizations/models/organization'
import {
  ORGANIZATION_FILTERS,
  listOrganizations,
  lowerBodies,
  pathTo,
} from '#organizations/queries/list_organizations'
import { regionLabel, regionName } from '#organizations/regions'
import { administered, subordinate } from '#organizations/scope'
import {
  cancellationValidator,
  organizationChangesValidator,
  organizationValidator,
} from '#organizations/validators/organization'
import { everyRow, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { filtersOf, paged, pageOf, idOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

interface Row {
  id: number
  code: string
  name: string
  kind: string
  region_code: string | null
  attributes: string | Record<string, string>
  status: string
}

export default class OrganizationsController {
  /** The bodies below the actor's own, level by level (HB-02, HB-03). */
  async index({ inertia, request, actor }: HttpContext) {
    const filters = filtersOf(request, ORGANIZATION_FILTERS)
    const at = await lookedAt(request, actor!)
    const { organizations } = (await currentRuleset()).ruleset
    const found = await paged<Row>(listOrganizations(at, filters) as never, pageOf(request))
    return page(inertia, 'unit/organizations/index', {
      at: at && { id: at.id, name: at.name },
      path: at ? await pathTo(actor!, at) : [],
      top:
        actor!.organizationId === null
          ? await lowerBodies(null)
          : [await nodeOf(actor!.organizationId)],
      filters: filters as Record<string, string>,
      kinds: organizations.kinds.map(({ id, label }) => ({ value: id, label })),
      creates: at
        ? (organizations.kinds.find(({ id }) => id === at.kind)?.creates ?? [])
        : organizations.kinds.map(({ id }) => id),
      codeLength: organizations.codeLength ?? 40,
      organizations: { meta: found.meta, data: found.data.map(shown) },
    })
  }

  /** One branch of the tree. */
  async lower({ request, response, actor }: HttpContext) {
    const of = await administered(actor!, idOf(request, 'of'))
    return response.json({ nodes: await lowerBodies(of.id) })
  }

  async show({ inertia, params, actor }: HttpContext) {
    const body = await administered(actor!, Number(params.id))
    const { organizations } = (await currentRuleset()).ruleset
    const administrators = await Account.query()
      .where('organizationId', body.id)
      .whereHas('roles', (roles) => roles.where('role', 'unit_admin'))
      .orderBy('id')
    return page(inertia, 'unit/organizations/show', {
      organization: {
        id: body.id,
        code: body.code,
        name: body.name,
        printedName: body.printedName,
        kind: organizations.kinds.find(({ id }) => id === body.kind)?.label ?? body.kind,
        regionCode: body.regionCode,
        region: regionLabel(body.regionCode),
        creditCode: body.creditCode,
        status: body.status,
        attributes: body.attributes as Record<string, string>,
      },
      path: await pathTo(actor!, body),
      isOwn: body.id === actor!.organizationId,
      administrators: administrators.map(({ id, name, login, status }) => ({
        id,
        name,
        login,
        status,
      })),
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(organizationValidator)
    const { code, name, kind, regionCode, creditCode, parentId, adminLogin, ...attributes } = input
    const actor = actorContext(ctx)
    const { organizations } = (await currentRuleset()).ruleset
    const most = organizations.codeLength ?? 40
    if (code.length > most)
      throw new Refusal('code', '请更正机构代码', [
        { field: 'code', message: `机构代码最多 ${most} 个字` },
      ])
    const parent = parentId
      ? await administered(actor.actor, parentId)
      : actor.actor.organizationId
        ? await Organization.findOrFail(actor.actor.organizationId)
        : null
    if (await Account.findBy('login', adminLogin))
      throw new Refusal('login_taken', '请更换管理员登录名', [
        { field: 'adminLogin', message: '该登录名已被使用' },
      ])
    const organization = await createOrganization(actor, {
      code,
      name,
      kind,
      regionCode,
      creditCode: creditCode ?? null,
      parentId: parent?.id ?? null,
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

  async update(ctx: HttpContext) {
    const { name, regionCode, creditCode, ...attributes } = await ctx.request.validateUsing(
      organizationChangesValidator
    )
    const actor = actorContext(ctx)
    const body = await subordinate(actor.actor, Number(ctx.params.id))
    await changeOrganization(actor, body, {
      name,
      regionCode,
      creditCode: creditCode ?? null,
      attributes,
    })
    return done(ctx, { message: '已保存' })
  }

  async cancel(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(cancellationValidator)
    const actor = actorContext(ctx)
    const body = await subordinate(actor.actor, Number(ctx.params.id))
    if (body.status === 'cancelled') throw new Refusal('cancelled', '该机构已经注销。')
    await cancelOrganization(actor, body, reason)
    return done(ctx, { message: `${body.name}已注销，其账号已停用`, to: '/organizations' })
  }

  /** A lower body whose administrator lost access gets a new slip from its superior. */
  async resetAdministrator(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const body = await subordinate(actor.actor, Number(ctx.params.id))
    const account = await Account.query()
      .where({ id: Number(ctx.params.account), organizationId: body.id })
      .whereHas('roles', (roles) => roles.where('role', 'unit_admin'))
      .first()
    if (!account) throw new NotFound()
    const secret = await resetActivation(actor, account)
    return done(ctx, {
      message: '已重置，请把新的激活码交给其管理员',
      data: { slips: [{ name: account.name, login: account.login, secret }] },
    })
  }

  async export(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, ORGANIZATION_FILTERS)
    const at = await lookedAt(ctx.request, ctx.actor!)
    const { organizations } = (await currentRuleset()).ruleset
    const kinds = new Map(organizations.kinds.map(({ id, label }) => [id, label]))
    return xlsxReply(ctx, {
      name: '下级机构',
      rows: everyRow<Row>(listOrganizations(at, filters) as never),
      columns: [
        { title: '机构代码', value: (row) => row.code },
        { title: '机构名称', value: (row) => row.name },
        { title: '机构单位类别', value: (row) => kinds.get(row.kind) },
        { title: '机构联系人', value: (row) => shown(row).contact },
        { title: '联系电话', value: (row) => attributesOf(row).phone },
        { title: '所属区域', value: (row) => regionLabel(row.region_code) },
        { title: '机构分管人', value: (row) => shown(row).overseer },
      ],
    })
  }
}

/** The body whose lower ones are listed; one's own where none is named. */
async function lookedAt(request: HttpContext['request'], actor: NonNullable<HttpContext['actor']>) {
  const asked = idOf(request, 'at')
  if (asked) return administered(actor, asked)
  return actor.organizationId ? Organization.findOrFail(actor.organizationId) : null
}

async function nodeOf(id: number) {
  const body = await Organization.findOrFail(id)
  const lower = await lowerBodies(id)
  return { id, name: body.name, kind: body.kind, hasLower: lower.length > 0 }
}

const attributesOf = ({ attributes }: Row) =>
  (typeof attributes === 'string' ? JSON.parse(attributes) : attributes) as Record<string, string>

function shown(row: Row) {
  const about = attributesOf(row)
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    contact: about.contact ?? null,
    region: regionName(row.region_code),
    overseer: about.overseer ?? null,
    status: row.status,
  }
}
