import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { compare } from '#rules/compare'
import { fileReply } from '#rules/rules_file'
import { minute, publishedContent, surroundingsOf } from '#rules/queries/drafts'
import { page } from '#web/page'
import { paged, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'

/** The published rules of the tenant and the drafts of the next ones. */
export default class RulesController {
  async index(ctx: HttpContext) {
    const versions = db
      .from('rulesets as r')
      .orderBy('r.number', 'desc')
      .select('r.id', 'r.number', 'r.note', 'r.published_by', 'r.published_at')
    const found = await paged<Record<string, any>>(versions as never, pageOf(ctx.request))
    const batches = await db
      .from('batches')
      .whereIn(
        'ruleset_id',
        found.data.map(({ id }) => id)
      )
      .orderBy('id')
      .select('ruleset_id', 'name')
    const drafts = await db
      .from('ruleset_drafts')
      .where('status', 'open')
      .orderBy('id', 'desc')
      .select('id', 'name', 'origin', 'version', 'updated_by', 'updated_at')
    return page(ctx.inertia, 'tenant_admin/rules/index', {
      drafts: drafts.map((row) => ({
        id: row.id as number,
        name: row.name as string,
        origin: row.origin as string,
        version: row.version as number,
        updatedBy: row.updated_by as string,
        updatedAt: minute(row.updated_at),
      })),
      versions: {
        meta: found.meta,
        data: found.data.map((row) => ({
          number: row.number as number,
          note: row.note as string,
          publishedBy: row.published_by as string,
          publishedAt: minute(row.published_at),
          batches: batches
            .filter(({ ruleset_id: ruleset }) => ruleset === row.id)
            .map(({ name }) => name as string),
        })),
      },
    })
  }

  /** What a version changed, against the one before it. */
  async show(ctx: HttpContext) {
    const number = Number(ctx.params.number)
    const row = await db.from('rulesets').where('number', number).first()
    if (!row) throw new NotFound('没有这个版本的规则。')
    const after = await publishedContent(number)
    const before = number > 1 ? await publishedContent(number - 1) : null
    return page(ctx.inertia, 'tenant_admin/rules/version', {
      number,
      note: row.note as string,
      publishedBy: row.published_by as string,
      publishedAt: minute(row.published_at),
      checksum: row.checksum as string,
      batches: await otherBatches(row.id),
      differences: before
        ? compare(before, after, {
            before: await surroundingsOf(before),
            after: await surroundingsOf(after),
          })
        : null,
    })
  }

  async export(ctx: HttpContext) {
    const number = Number(ctx.params.number)
    return fileReply(ctx, `规则第${number}版`, await publishedContent(number))
  }
}

/** Batches that run under other rules, which an erratum may take over to these. */
async function otherBatches(rulesetId: number) {
  const rows = await db
    .from('batches as b')
    .join('rulesets as r', 'r.id', 'b.ruleset_id')
    .whereNot('b.ruleset_id', rulesetId)
    .orderBy('b.id', 'desc')
    .limit(50)
    .select('b.id', 'b.name', 'r.number')
  return rows.map(({ id, name, number }) => ({
    value: id as number,
    label: `${name}（现用第 ${number} 版）`,
  }))
}
