import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import { HIGHEST_FIRST } from '#certificates/numbers/list_numbers'
import { ensurePool, planNumber, takeNumber } from '#certificates/numbers/take_number'
import apply from '#lifecycle/apply'
import { hasRole } from '#results/roles'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

const RETRIES = 20

/**
 * Gives an application its certificate number (HN-32); asked again it answers the number it has. Nothing is read
 * before the locks, so that many at once follow each other instead of failing.
 */
export async function assignNumber(ctx: ActorContext, applicationId: number): Promise<string> {
  const application = await Application.find(applicationId)
  if (!application || !(await hasRole(ctx.actor, applicationId, 'generator')))
    throw new NotFound('没有这个人，或不由您的机构生成证书编号。')
  if (application.certificateNumber) return application.certificateNumber
  const plan = await planNumber(application)
  await ensurePool(plan)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(async (trx) => {
        const now = await trx
          .from('applications')
          .where('id', applicationId)
          .forUpdate()
          .select('certificate_number')
          .firstOrFail()
        if (now.certificate_number) return now.certificate_number as string
        const certificateNumber = await takeNumber(trx, plan)
        await apply(ctx, { trx, applicationId, command: { type: 'number', certificateNumber } })
        await placeInOrder(trx, applicationId)
        return certificateNumber
      })
    } catch (error) {
      const { errno } = error as { errno?: number }
      if (errno === 1062)
        throw new Refusal('taken', '编号库的下一个编号已被使用，请管理员核对证书编号库。')
      if ((errno !== 1213 && errno !== 1020 && errno !== 1205) || attempt === RETRIES) throw error
    }
  }
}

/** Where the number stands in lists: 年度 + 地市 + 单位名称 + 级别 + 证书编号 (HN-33), the latest year and the highest level first. */
const placeInOrder = (trx: TransactionClientContract, applicationId: number) =>
  trx.rawQuery(
    `update applications a join batches b on b.id = a.batch_id join organizations o on o.id = a.organization_id
        set a.number_order = concat(lpad(9999 - b.year, 4, '0'), '|', coalesce(o.region_code, ''), '|', o.name, '|',
          field(a.level, ${HIGHEST_FIRST.map(() => '?').join(', ')}), '|', a.certificate_number)
      where a.id = ?`,
    [...HIGHEST_FIRST, applicationId]
  )
