import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { changeBatch, toggleBatch } from '#batches/actions/change_batch'
import openBatch from '#batches/actions/open_batch'
import Batch from '#batches/models/batch'
import { batchYears } from '#batches/queries/batch_years'
import { batchChangeValidator, batchValidator } from '#batches/validators/batch'
import { actorContext, today, type Actor } from '#web/actor'
import { containing } from '#web/like'
import { page } from '#web/page'
import { filtersOf, paged, pageOf } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

const FILTERS = ['name', 'year', 'status'] as const
const day = (date: Date) => DateTime.fromJSDate(date).setZone('Asia/Shanghai').toISODate()!

/** 年度批次信息 (HU-23): a committee's office opens windows for its committee, the province's for all. */
export default class BatchesController {
  async index(ctx: HttpContext) {
    const filters = filtersOf(ctx.request, FILTERS)
    const actor = actorContext(ctx)
    const query = db
      .from('batches as b')
      .join('rulesets as r', 'r.id', 'b.ruleset_id')
      .leftJoin('committees as c', 'c.id', 'b.committee_id')
      .orderBy('b.id', 'desc')
      .select('b.*', 'r.number', 'c.name as committee')
    // a committee sees its own windows and those for all
    if (actor.actor.committeeId !== null)
      query.where((own) =>
        own.whereNull('b.committee_id').orWhere('b.committee_id', actor.actor.committeeId!)
      )
    if (filters.name) query.where('b.name', 'like', containing(filters.name))
    if (filters.year) query.where('b.year', Number(filters.year))
    const now = actor.now().toJSDate()
    if (filters.status === 'open')
      query.where('b.status', 'open').where('b.opens_at', '<=', now).where('b.closes_at', '>=', now)
    if (filters.status === 'over')
      query.where((over) => over.where('b.status', 'closed').orWhere('b.closes_at', '<', now))
    const found = await paged<Record<string, any>>(query as never, pageOf(ctx.request))
    const counts = await db
      .from('applications')
      .whereIn(
        'batch_id',
        found.data.map(({ id }) => id)
      )
      .groupBy('batch_id')
      .select('batch_id')
      .count('* as count')
    return page(ctx.inertia, 'office/batches/index', {
      filters,
      today: today(actor),
      years: await batchYears(),
      ownCommittee: await nameOfCommittee(actor.actor),
      batches: {
        meta: found.meta,
        data: found.data.map((row) => ({
          id: row.id as number,
          year: row.year as number,
          name: row.name as string,
          opensOn: day(row.opens_at),
          closesOn: day(row.closes_at),
          ruleset: row.number as number,
          committee: row.committee as string | null,
          status: row.status as string,
          count: Number(counts.find(({ batch_id: id }) => id === row.id)?.count ?? 0),
          mayChange: mayChange(actor.actor, row.committee_id),
        })),
      },
    })
  }

  async store(ctx: HttpContext) {
    const { committeeId = null, ...input } = await ctx.request.validateUsing(batchValidator)
    const actor = actorContext(ctx)
    const chosen = actor.actor.committeeId ?? committeeId
    if (chosen && !(await db.from('committees').where({ id: chosen, status: 'active' }).first()))
      throw new Refusal('committee', '请重新选择评委会', [
        { field: 'committeeId', message: '没有这个评委会，或已注销' },
      ])
    await openBatch(actor, { ...input, committeeId: chosen })
    return done(ctx, { message: '年度批次已新增' })
  }

  async update(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(batchChangeValidator)
    await changeBatch(actorContext(ctx), await ownBatch(ctx), input)
    return done(ctx, { message: '年度批次已保存' })
  }

  async toggle(ctx: HttpContext) {
    const status = await toggleBatch(actorContext(ctx), await ownBatch(ctx))
    return done(ctx, { message: status === 'open' ? '已重新开放' : '已提前截止' })
  }
}

const mayChange = (actor: Actor, committeeId: number | null) =>
  actor.committeeId === null || actor.committeeId === committeeId

/** A batch the actor may change; any other answers as if it did not exist. */
async function ownBatch({ actor, params }: HttpContext): Promise<Batch> {
  const batch = await Batch.find(Number(params.id))
  if (!batch || !mayChange(actor!, batch.committeeId)) throw new NotFound()
  return batch
}

async function nameOfCommittee({ committeeId }: Actor): Promise<string | null> {
  if (committeeId === null) return null
  const row = await db.from('committees').where('id', committeeId).select('name').first()
  return row?.name ?? null
}
