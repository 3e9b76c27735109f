import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Application from '#applications/models/application'
import type { Ruleset } from '#province/ruleset'
import { Refusal } from '#web/refusal'

/** Not recommended, or no longer. */
const FREE = ['draft', 'returned', 'withdrawn', 'discarded', 'given_up', 'not_passed', 'revoked']

/**
 * Where posts bind, a unit recommends no more people of a specialty and level than its approved quota has posts (R37). The
 * quota's row is locked, so that two recommendations at once don't take the last post both.
 */
export default async function takePost(
  trx: TransactionClientContract,
  application: Application,
  { quotas }: Pick<Ruleset, 'quotas'>
) {
  if (!quotas.binds) return
  const category = quotas.categories.find(({ levels }) =>
    levels.some((level) => level === application.level)
  )
  // a level without category draws on no post
  if (!category) return
  const { year } = await trx.from('batches').where('id', application.batchId).firstOrFail()
  const quota = await trx
    .from('post_quotas')
    .where({
      organization_id: application.organizationId,
      year,
      series_code: application.seriesCode,
      specialty_code: application.specialtyCode,
      status: 'approved',
    })
    .forUpdate()
    .first()
  const name = `${application.specialtyName}专业${category.label}`
  if (!quota) throw new Refusal('quota', `本单位没有核准的${name}职数，请先在“职数申报”中申报。`)
  const posts = (typeof quota.posts === 'string' ? JSON.parse(quota.posts) : quota.posts) as Record<
    string,
    number
  >
  const [{ taken }] = await trx
    .from('applications as a')
    .join('batches as b', 'b.id', 'a.batch_id')
    .where('b.year', year)
    .where('a.organization_id', application.organizationId)
    .where('a.series_code', application.seriesCode!)
    .where('a.specialty_code', application.specialtyCode!)
    .whereIn('a.level', category.levels)
    .whereNotIn('a.stage', FREE)
    .whereNot('a.id', application.id)
    // what still lies with the unit is not recommended yet
    .where((query) =>
      query
        .whereNull('a.holder_organization_id')
        .orWhereColumn('a.holder_organization_id', '<>', 'a.organization_id')
    )
    .count('* as taken')
  const most = posts[category.value] ?? 0
  if (Number(taken) >= most)
    throw new Refusal(
      'quota',
      `${name}核准职数 ${most} 个，已推荐 ${taken} 人，没有空余职数，不能再推荐。`
    )
}
