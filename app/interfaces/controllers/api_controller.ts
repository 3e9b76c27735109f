import type { HttpContext } from '@adonisjs/core/http'
import { MOST_ROWS, openApi } from '#interfaces/openapi'
import { RESOURCES, type Resource } from '#interfaces/resources'
import { scopesOf } from '#interfaces/tokens'
import { publicAddress } from '#tenancy/public_address'
import { brandOf } from '#web/brand'
import { NotFound } from '#web/refusal'

/** What the province's own systems read: no session, a token with scopes. */
export default class ApiController {
  async description({ tenant, response }: HttpContext) {
    const { name } = await brandOf(tenant!)
    return response.json(openApi(name, await publicAddress()))
  }

  async list({ request, params, response }: HttpContext) {
    const resource = RESOURCES.find(({ path }) => path === params.resource)
    if (!resource) throw new NotFound('没有这个接口。')
    const scopes = await scopesOf(request.header('authorization'), resource.scope)
    const limit = within(request.input('limit'), 1, MOST_ROWS, 50)
    const after = within(request.input('after'), 0, Number.MAX_SAFE_INTEGER, 0)
    const query = resource
      .query()
      .where(resource.key, '>', after)
      .orderBy(resource.key)
      .limit(limit + 1)
    for (const [name, filter] of Object.entries(resource.filters)) {
      const value = request.input(name)
      if (typeof value === 'string' && value !== '') filter.apply(query, value)
    }
    const rows = await query
    const page = rows.slice(0, limit)
    response.header('cache-control', 'private, no-store')
    return response.json({
      data: page.map((row) => shown(resource, row, scopes)),
      next: rows.length > limit ? Number(page.at(-1)!.id) : null,
    })
  }
}

const shown = ({ properties }: Resource, row: Record<string, any>, scopes: Set<string>) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, { scope }]) => !scope || scopes.has(scope))
      .map(([name, { of }]) => [name, of(row)])
  )

function within(value: unknown, least: number, most: number, usual: number) {
  const number = Number(value)
  return value !== undefined && Number.isInteger(number) && number >= least
    ? Math.min(number, most)
    : usual
}
