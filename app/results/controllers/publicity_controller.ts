import type { HttpContext } from '@adonisjs/core/http'
import { openPublicities, publicRows } from '#results/queries/public_lists'
import { page } from '#web/page'
import { NotFound } from '#web/refusal'

const fieldsOf = (value: unknown): string[] =>
  (typeof value === 'string' ? JSON.parse(value) : value) as string[]

/** What the public sees of results, without signing in. */
export default class PublicityController {
  async index({ inertia }: HttpContext) {
    const rows = await openPublicities()
    return page(inertia, 'public/publicity_list', {
      publicities: rows.map((row) => ({
        id: row.id as number,
        title: row.title as string,
        organization: row.organization_name as string,
        startsOn: row.starts_on as string,
        endsOn: row.ends_on as string,
      })),
    })
  }

  async show({ inertia, params }: HttpContext) {
    const open = await openPublicities()
    const row = open.find(({ id }) => id === Number(params.id))
    if (!row) throw new NotFound('这次公示已经结束，或不存在。')
    const fields = fieldsOf(row.fields)
    return page(inertia, 'public/publicity', {
      title: row.title as string,
      organization: row.organization_name as string,
      startsOn: row.starts_on as string,
      endsOn: row.ends_on as string,
      contact: row.contact as string | null,
      fields,
      rows: await publicRows(row.id, fields),
    })
  }
}
