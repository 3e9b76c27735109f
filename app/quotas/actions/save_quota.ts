import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import { currentSeries } from '#catalogue/queries/current_series'
import type Organization from '#organizations/models/organization'
import type { ActorContext } from '#web/actor'
import { Refusal, type FieldError } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface QuotaInput {
  year: number
  series: string
  specialty: string
  kind: string
  approvedTotal: number
  asked: number
  materials: number
  /** category → posts */
  posts: Record<string, number>
}

/**
 * What a unit applies for, or what its superior sets for it at once (HU-24). One entry for a unit, year and specialty: a
 * refused one is corrected and handed in again, an approved one stays.
 */
export default async function saveQuota(
  ctx: ActorContext,
  organization: Organization,
  input: QuotaInput,
  by: { id?: number; isSetAbove?: boolean } = {}
): Promise<number> {
  const { posts, specialtyName } = await checked(input)
  const now = stamp(ctx)
  const row = {
    year: input.year,
    organization_id: organization.id,
    reviewer_id: organization.parentId ?? organization.id,
    series_code: input.series,
    specialty_code: input.specialty,
    specialty_name: specialtyName,
    kind: input.kind,
    approved_total: input.approvedTotal,
    asked: input.asked,
    materials: input.materials,
    posts: JSON.stringify(posts),
    status: by.isSetAbove ? 'approved' : 'submitted',
    opinion: null,
    decided_by: by.isSetAbove ? ctx.actor.name : null,
    decided_at: by.isSetAbove ? now : null,
    updated_at: now,
  }
  return db.transaction(async (trx) => {
    const known = await trx
      .from('post_quotas')
      .where({
        organization_id: organization.id,
        year: input.year,
        series_code: input.series,
        specialty_code: input.specialty,
      })
      .forUpdate()
      .first()
    if (known && known.id !== by.id && !by.isSetAbove)
      throw new Refusal('quota_exists', '本年度该专业已申报职数，请在原记录上修改。', [
        { field: 'specialty', message: '该专业已申报' },
      ])
    let id: number | undefined = by.id ?? known?.id
    if (id) {
      const changed = trx.from('post_quotas').where('id', id)
      if (!by.isSetAbove) changed.whereNot('status', 'approved')
      if (Number(await changed.increment('version', 1)) === 0)
        throw new Refusal('approved', '已审核通过的职数不能再修改。')
      await trx.from('post_quotas').where('id', id).update(row)
    } else [id] = await trx.table('post_quotas').insert({ ...row, created_at: now })
    const action = by.isSetAbove ? 'quota.set' : 'quota.submitted'
    await audit(ctx, { action, objectType: 'post_quota', objectId: id }, trx)
    return id!
  })
}

async function checked({ series, specialty, kind, posts, asked, approvedTotal }: QuotaInput) {
  const { quotas } = (await currentRuleset()).ruleset
  const errors: FieldError[] = []
  const found = (await currentSeries())
    .find(({ code }) => code === series)
    ?.specialties.find(({ code }) => code === specialty)
  if (!found) errors.push({ field: 'specialty', message: '请选择申报专业' })
  if (!quotas.kinds.some(({ value }) => value === kind))
    errors.push({ field: 'kind', message: '请选择评审职数类别' })
  const known = Object.fromEntries(quotas.categories.map(({ value }) => [value, posts[value] ?? 0]))
  const sum = Object.values(known).reduce((all, one) => all + one, 0)
  if (sum !== asked)
    errors.push({
      field: 'asked',
      message: `各级职数合计为 ${sum}，应与申报评审职数 ${asked} 一致`,
    })
  if (asked > approvedTotal)
    errors.push({ field: 'asked', message: '申报评审职数不能超过核准的评审总职数' })
  if (errors.length > 0) throw new Refusal('quota', '请更正标出的内容。', errors)
  return { posts: known, specialtyName: found!.name }
}
