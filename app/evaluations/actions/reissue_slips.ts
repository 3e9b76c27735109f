import db from '@adonisjs/lucid/services/db'
import { officeMeeting } from '#evaluations/actions/meetings'
import resetActivation from '#identity/actions/reset_activation'
import Account from '#identity/models/account'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

/** A new activation code for an expert who lost his; only for accounts that live for this meeting alone (HN-02). */
export async function reissueSlips(ctx: ActorContext, meetingId: number, memberId: number) {
  const meeting = await officeMeeting(ctx, meetingId)
  if (meeting.status !== 'in_session') throw new Refusal('meeting', '会议未在进行，账号不能启用。')
  const member = await db
    .from('meeting_members')
    .where({ id: memberId, meeting_id: meetingId })
    .first()
  const account = member?.account_id ? await Account.find(member.account_id) : null
  if (!account) throw new NotFound('没有这位评委的账号。')
  if (account.meetingId !== meetingId)
    throw new Refusal('own', '该专家使用本人账号登录，请由其所在单位重置。')
  const secret = await resetActivation(ctx, account)
  return [{ name: account.name, login: account.login, secret }]
}
