import db from '@adonisjs/lucid/services/db'
import type { Choice } from '#evaluations/acts/judge'
import { loadBoard } from '#evaluations/queries/load_board'
import Account from '#identity/models/account'
import { playMeeting } from '#platform/demo/play_meeting'
import { visitorOf, type Reply, type Visitor } from '#tests/helpers/browserless'
import type { PlayedBallot, PlayedCase, Voter } from '#tests/helpers/linker'
import { makeMeeting } from '#tests/helpers/meetings'
import { openVoteOf } from '#tests/helpers/prepared_vote'
import { inProvince } from '#tests/helpers/tenants'

/** Numbers by chance that come again with their seed (mulberry32). */
export function chance(seed: number) {
  let state = seed
  return (count: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count
  }
}

const CHOICES: Choice[] = ['yes', 'yes', 'yes', 'no', 'no', 'abstain']

interface Size {
  members: number
  cases: number
}

export interface SecretVote {
  province: string
  meetingId: number
  /** the stage of the secret vote */
  stage: string
  voters: (Voter & { login: string; accountId: number })[]
  cases: (PlayedCase & { id: number; applicationId: number })[]
}

/**
 * A meeting whose secret vote is open, and what each member will choose. Where the mode has a provisional vote before it,
 * everyone says there what he will choose: the hardest case, and the common one.
 */
export const openSecretVote = (province: string, mode: string, size: Size, seed: number) =>
  inProvince(province, async (): Promise<SecretVote> => {
    const pick = chance(seed)
    const any = () => CHOICES[pick(CHOICES.length)]
    const direct = mode === 'scored_review'
    const meetingId = direct
      ? await openVoteOf(size)
      : await makeMeeting({ ...size, mode, groups: 2 })
    // their way so far says who publicises the results
    const { route } = await db
      .from('applications')
      .whereRaw('json_length(route) > 0')
      .orderBy('id')
      .firstOrFail()
    await db
      .from('applications')
      .where('meeting_id', meetingId)
      .update({ route: typeof route === 'string' ? route : JSON.stringify(route) })
    const { board } = await loadBoard(meetingId)
    const chosen = new Map(
      board.cases.map(({ id }) => [id, new Map(board.members.map((each) => [each.id, any()]))])
    )
    const stage = board.mode.stages.find(({ ballot }) => ballot === 'secret')!.id
    if (!direct) {
      const meant = board.mode.stages.find(
        ({ primitive, scope }) => primitive === 'provisional_vote' && scope === 'plenary'
      )?.id
      if (meant) await playMeeting(meetingId, { until: meant, choice: any })
      await playMeeting(meetingId, {
        from: meant,
        until: stage,
        choice: (caseId, memberId) => chosen.get(caseId)!.get(memberId)!,
      })
    }
    const voters = []
    for (const { id, expertId, accountId } of board.members) {
      const name = `评委${meetingId}之${id}`
      await db.from('experts').where('id', expertId).update({ name })
      await db.from('accounts').where('id', accountId!).update({ name })
      const { login } = await Account.findOrFail(accountId!)
      voters.push({
        id,
        login,
        accountId: accountId!,
        marks: [
          new RegExp(`${name}(?!\\d)|\\b${login}\\b`),
          key('member', id),
          key('expert', expertId),
          key('account|actor|user', accountId!),
        ],
      })
    }
    const cases = []
    for (const { id, applicationId } of board.cases) {
      const name = `参评${meetingId}之${id}`
      await db.from('applications').where('id', applicationId).update({ person_name: name })
      const marks = [
        new RegExp(`${name}(?!\\d)`),
        key('case', id),
        key('application', applicationId),
      ]
      cases.push({ id, applicationId, marks, choices: chosen.get(id)! })
    }
    return { province, meetingId, stage, voters: shuffled(voters, pick), cases }
  })

/** "member_id":12, "memberId":12, memberId=12 */
const key = (word: string, id: number) => new RegExp(`(?:${word})[a-z_]*"?[:=]"?${id}(?!\\d)`, 'i')

export const shuffled = <T>(items: T[], pick: (count: number) => number): T[] => {
  const left = [...items]
  const out: T[] = []
  while (left.length) out.push(...left.splice(pick(left.length), 1))
  return out
}

/** What an onlooker on the line sees of one voter: how long and how late each answer came. */
export interface Seen {
  voterId: number
  from: number
  until: number
  answers: string[]
}

/** All members vote one after the other; with what goes wrong in between. Answers what was to be seen of it. */
export async function castAll(
  vote: SecretVote,
  port: string,
  { mishap }: { mishap?: (visitor: Visitor, path: string, body: unknown) => Promise<Reply> } = {}
): Promise<Seen[]> {
  const path = `/expert/meetings/${vote.meetingId}/stages/${vote.stage}`
  const seen: Seen[] = []
  for (const { id, login } of vote.voters) {
    const visitor = await visitorOf(vote.province, port).becomes(login)
    const from = Date.now()
    const body = {
      votes: vote.cases.map((one) => ({ caseId: one.id, choice: one.choices.get(id) })),
    }
    const replies: Reply[] = [await visitor.page(path)]
    if (mishap) replies.push(await mishap(visitor, path, body))
    else {
      replies.push(await visitor.post(path, body))
      if (replies[1].status !== 200) throw new Error(replies[1].body?.message)
      replies.push(await visitor.post(path, body), await visitor.page(path))
    }
    seen.push({
      voterId: id,
      from,
      until: Date.now(),
      answers: replies.map(({ status, headers, bytes }) =>
        JSON.stringify({ memberId: id, status, length: bytes.length, headers: lengths(headers) })
      ),
    })
  }
  return seen
}

const lengths = (headers: object) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value).length]))

export const asBallot = ({ voters, cases }: SecretVote): PlayedBallot => ({ voters, cases })
