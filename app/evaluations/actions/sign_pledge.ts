import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { stamp } from '#evaluations/acts/act'
import type { ActorContext } from '#web/actor'
import { Forbidden } from '#web/refusal'

/** What an expert promises before he sees anything of a meeting (R40; 职称评审管理暂行规定 第十九、二十六条). */
export const PLEDGE = [
  '严格执行职称评审的政策和标准，客观公正、独立评审，不受任何单位和个人干扰。',
  '与参评人员有亲属、同单位、合作、师生或其他可能影响公正的关系时，主动申请回避。',
  '对参评人员的材料、评审专家名单、评审意见、投票情况和评审结果严格保密，不摘抄、不拍照、不外传。',
  '不接受参评人员及相关人员的礼品、礼金、宴请或者请托。',
  '评审账号仅由本人使用，不委托他人代为评审或者投票。',
]

/** The expert's pledge for one meeting; signing twice changes nothing. */
export async function signPledge(ctx: ActorContext, input: { meetingId: number }) {
  const member = { meeting_id: input.meetingId, account_id: ctx.actor.accountId }
  const known = await db.from('meeting_members').where(member).where('status', 'active').first()
  if (!known) throw new Forbidden('您不是这次会议的评委。')
  if (known.pledged_at) return
  await db.transaction(async (trx) => {
    await trx
      .from('meeting_members')
      .where('id', known.id)
      .update({ pledged_at: stamp(ctx) })
    await audit(
      ctx,
      { action: 'meeting.pledge', objectType: 'meeting', objectId: input.meetingId },
      trx
    )
  })
}
