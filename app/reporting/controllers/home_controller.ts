import { page } from '#web/page'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import env from '#start/env'
import { now } from '#tenancy/clock'
import { activeTenants } from '#tenancy/resolver'
import { waitingOf } from '#web/waiting'

const day = (date: Date) => DateTime.fromJSDate(date).setZone('Asia/Shanghai').toISODate()!

export default class HomeController {
  /** The portal of a province; on the platform's own host, the way to the provinces. */
  async portal({ inertia, tenant, request }: HttpContext) {
    if (!tenant)
      return page(inertia, 'public/home', {
        notices: [],
        batches: [],
        provinces: await provinces(request.host()),
      })
    const [notices, batches] = await Promise.all([
      db
        .from('notices')
        .where('status', 'published')
        .orderBy('pinned', 'desc')
        .orderBy('published_at', 'desc')
        .limit(10),
      db
        .from('batches')
        .where('status', 'open')
        .where('closes_at', '>=', now().toJSDate())
        .orderBy('id', 'desc')
        .limit(10),
    ])
    return page(inertia, 'public/home', {
      provinces: [],
      notices: notices.map((row) => ({
        id: row.id,
        title: row.title,
        body: row.body,
        on: day(row.published_at),
      })),
      batches: batches.map((row) => ({
        id: row.id,
        name: row.name,
        opensOn: day(row.opens_at),
        closesOn: day(row.closes_at),
      })),
    })
  }

  /** What waits for who signed in. */
  async desk({ inertia, actor }: HttpContext) {
    return page(inertia, 'shared/home', { waiting: await waitingOf(actor!) })
  }
}

async function provinces(host: string | null) {
  const port = (host ?? '').match(/:\d+$/)?.[0] ?? ''
  const tenants = await activeTenants()
  return tenants.map(({ name, slug }) => ({
    name,
    address: `http://${slug}.${env.get('BASE_DOMAIN')}${port}/`,
  }))
}
