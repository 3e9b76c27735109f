import { randomInt } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import { creditOf } from '#committees/queries/credits'
import { committeesOf } from '#evaluations/committees_of'
import type Meeting from '#evaluations/models/meeting'
import openAccount from '#identity/actions/open_account'
import Account from '#identity/models/account'
import type { AccountRules } from '#province/ruleset'
import { today, type ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/** Who may sit in a meeting: in the committee's pool within his term (R8), approved (HB-49), without violation (R40). */
export async function assertSeatable(ctx: ActorContext, meeting: Meeting, expertId: number) {
  const expert = await db
    .from('committee_experts as p')
    .join('experts as e', 'e.id', 'p.expert_id')
    .whereIn('p.committee_id', await committeesOf(meeting))
    .where('p.expert_id', expertId)
    .where('p.term_until', '>=', today(ctx))
    .select('e.name', 'e.status')
    .first()
  if (!expert) throw new Refusal('expert', '该专家不在评委库中，或任期已满。')
  if (expert.status !== 'approved')
    throw new Refusal('expert', `${expert.name}的评委材料还没有审核通过，不能参加评审。`)
  if (await creditOf(expertId, today(ctx)))
    throw new Refusal('expert', `${expert.name}有未到期的失信记录，不能参加评审。`)
}

/** Whether a meeting's members are drawn from the pool rather than chosen by the office. */
export async function drawsMembers(meeting: Meeting): Promise<boolean> {
  const { ruleset } = await rulesetById(meeting.rulesetId)
  return ruleset.plans.draw && meeting.flow === 'online'
}

/** Where members are drawn, only who was drawn and has said yes gets a place (R9). */
export async function assertPlaced(meeting: Meeting, expertId: number) {
  const member = await db
    .from('meeting_members')
    .where({ meeting_id: meeting.id, expert_id: expertId })
    .select('status')
    .first()
  if (member ? member.status === 'active' : !(await drawsMembers(meeting))) return
  throw new Refusal('member', '评委由抽取产生，只能安排已抽取并确认参加的专家。')
}

/**
 * Gives every present member the account he works with: a random one for this meeting (HN-02), or his own (HB-64).
 * Answers the activation slips of the accounts it opened.
 */
export async function openSeats(
  ctx: ActorContext,
  meeting: Meeting,
  accounts: AccountRules['experts']
) {
  const members = await db
    .from('meeting_members as m')
    .join('experts as e', 'e.id', 'm.expert_id')
    .where({ 'm.meeting_id': meeting.id, 'm.status': 'active' })
    .whereNull('m.account_id')
    .orderBy('m.id')
    .select('m.id', 'e.name', 'e.id as expert_id', 'e.person_id')
  const slips: { name: string; login: string; secret: string }[] = []
  for (const member of members) {
    const own = accounts === 'own'
    let account = own
      ? await Account.findBy({ expertId: member.expert_id, kind: 'expert', meetingId: null })
      : null
    if (!account) {
      const opened = await openAccount(ctx, {
        login: `pw${meeting.id}${String(randomInt(1e8)).padStart(8, '0')}`,
        kind: 'expert',
        name: member.name,
        roles: ['expert'],
        personId: own ? member.person_id : null,
        expertId: member.expert_id,
        meetingId: own ? null : meeting.id,
      })
      account = opened.account
      slips.push({ name: member.name, login: account.login, secret: opened.secret })
    }
    await db.from('meeting_members').where('id', member.id).update({ account_id: account.id })
  }
  return slips
}
