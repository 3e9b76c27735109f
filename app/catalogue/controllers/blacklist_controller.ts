import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { changeListing, listPerson, releasePerson } from '#catalogue/actions/blacklist'
import { usualEnd } from '#catalogue/queries/is_blacklisted'
import { BLACKLIST_FILTERS, blacklist } from '#catalogue/queries/registers'
import {
  listingChangeValidator,
  listingValidator,
  reasonValidator,
} from '#catalogue/validators/catalogue'
import { readIdNumber } from '#identity/id_number'
import { blindIndex } from '#tenancy/crypto'
import { actorContext, today } from '#web/actor'
import { containing } from '#web/like'
import { everyRowBy, xlsxReply } from '#web/excel'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { done } from '#web/reply'

const minute = (at: Date | null) =>
  at && DateTime.fromJSDate(at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')

/** 黑名单管理 (HU-70). */
export default class BlacklistController {
  async index(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, BLACKLIST_FILTERS)
    const found = await paged<Record<string, any>>(blacklist(filters) as never, pageOf(ctx.request))
    const day = today(actorContext(ctx))
    return page(ctx.inertia, 'tenant_admin/blacklist/index', {
      filters,
      usual: { startsOn: day, endsOn: usualEnd(day) },
      entries: {
        meta: found.meta,
        data: found.data.map((row) => ({
          id: row.id as number,
          version: row.version as number,
          name: row.person_name as string,
          idNumber: row.id_number_masked as string,
          reason: row.reason as string,
          basis: row.basis as string | null,
          startsOn: row.starts_on as string,
          endsOn: row.ends_on as string | null,
          status: row.status === 'listed' && row.ends_on && row.ends_on < day ? 'over' : row.status,
          releaseReason: row.release_reason as string | null,
          listedBy: row.listed_by as string,
          listedAt: minute(row.created_at)!,
          releasedBy: row.released_by as string | null,
          releasedAt: minute(row.released_at),
        })),
      },
    })
  }

  /** People by name or by whole ID number; a command, so that the number stands in no address. */
  async people(ctx: HttpContext) {
    const words = String(ctx.request.input('q', '')).trim()
    if (words.length < 2) return ctx.response.json({ options: [] })
    const query = db
      .from('people')
      .orderBy('id')
      .limit(20)
      .select('id', 'name', 'id_number_masked', 'sex')
    const idNumber = words.toUpperCase()
    if (!('fault' in readIdNumber(idNumber)))
      query.where('id_number_index', blindIndex('people.id_number', idNumber) as never)
    else query.where('name', 'like', containing(words))
    const rows = await query
    return ctx.response.json({
      options: rows.map((row) => ({
        value: row.id,
        label: row.name,
        hint: [row.id_number_masked, row.sex].filter(Boolean).join(' · '),
      })),
    })
  }

  async export(ctx: HttpContext) {
    return xlsxReply<Record<string, any>>(ctx, {
      name: '黑名单',
      columns: [
        { title: '姓名', value: (row) => row.person_name },
        { title: '身份证号', value: (row) => row.id_number_masked, width: 22 },
        { title: '加入黑名单原因', value: (row) => row.reason, width: 40 },
        { title: '依据', value: (row) => row.basis },
        { title: '开始日期', value: (row) => row.starts_on },
        { title: '截止日期', value: (row) => row.ends_on ?? '解除为止' },
        { title: '状态', value: (row) => (row.status === 'listed' ? '在名单内' : '已解除') },
        { title: '解除原因', value: (row) => row.release_reason },
        { title: '办理人', value: (row) => row.listed_by },
        { title: '解除办理人', value: (row) => row.released_by },
      ],
      rows: everyRowBy(
        blacklist(filtersOf(ctx.request, BLACKLIST_FILTERS)) as never,
        'b.id',
        'desc'
      ),
    })
  }

  async store(ctx: HttpContext) {
    const { personId, ...input } = await ctx.request.validateUsing(listingValidator)
    await listPerson(actorContext(ctx), personId, input)
    return done(ctx, { message: '已加入黑名单' })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(listingChangeValidator)
    await changeListing(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, { message: '黑名单信息已保存' })
  }

  async release(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    await releasePerson(actorContext(ctx), Number(ctx.params.id), reason)
    return done(ctx, { message: '已解除黑名单' })
  }
}
