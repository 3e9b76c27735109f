import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { leaveMeeting } from '#evaluations/actions/attendance'
import { avoidCase } from '#evaluations/actions/avoidance'
import { askUndo, decideUndo } from '#evaluations/actions/undo_step'
import * as ballot from '#evaluations/acts/ballot'
import * as judge from '#evaluations/acts/judge'
import * as prepare from '#evaluations/acts/prepare'
import { report } from '#evaluations/acts/report'
import { sheetOf } from '#evaluations/acts/judge'
import type { Board, BoardCase, BoardMember } from '#evaluations/board'
import { loadBoard } from '#evaluations/queries/load_board'
import { isDone } from '#evaluations/progress'
import { hasPassed } from '#evaluations/tally'
import { brokenInvariants } from '#lifecycle/invariants'
import type { ReviewStage } from '#province/ruleset'
import { systemContext, type ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { asMember, makeMeeting } from '#tests/helpers/meetings'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const CHOICES = ['yes', 'no', 'abstain'] as const
type Choice = (typeof CHOICES)[number]

/** What the test itself knows of a meeting: every vote that was accepted, and nothing the product computed. */
class Model {
  /** round of the secret vote now open or closed */
  secret = new Map<string, Choice>()
  named = new Map<string, Choice>()
  provisional = new Set<string>()
  assigned = new Set<number>()
  gone = new Set<number>()
  avoided = new Set<string>()
  isOpen = false
  isClosed = false
  accepted = 0
  refused = 0
}
const key = (...parts: (string | number)[]) => parts.join('|')

/** Everything members can do in a meeting, tried with whom and on what chance says. */
class Walk {
  readonly model = new Model()
  constructor(
    readonly meetingId: number,
    readonly pick: (count: number) => number,
    readonly assert: any
  ) {}

  readonly #contexts = new Map<number, ActorContext>()
  async as(member: BoardMember) {
    const known = this.#contexts.get(member.id) ?? (await asMember(member))
    this.#contexts.set(member.id, known)
    return known
  }

  board = async () => (await loadBoard(this.meetingId)).board

  /** Tries an act; a refusal is an answer, any other error a fault. */
  async tries(work: () => Promise<unknown>, onDone: () => void = () => {}) {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.model.refused++
      return false
    }
    this.model.accepted++
    onDone()
    return true
  }

  async attempt(board: Board, stage: ReviewStage, member: BoardMember, one: BoardCase) {
    const where = { meetingId: this.meetingId, stage: stage.id, groupId: one.groupId ?? 0 }
    const ctx = stage.who === 'office' ? systemContext() : await this.as(member)
    const choice = CHOICES[this.pick(3)]
    const { model, assert } = this
    const inPlenary = stage.scope === 'plenary' && stage.per === 'case'
    const grouped = board.mode.stages.some(({ primitive }) => primitive === 'deliberate')
    const entered = async () => {
      assert.isFalse(model.avoided.has(key(member.id, one.id)), 'acted on a case he avoids')
      if (stage.who !== 'office') assert.isFalse(model.gone.has(member.id), 'acted after leaving')
      if (inPlenary && grouped) {
        const { group_outcome: outcome } = await db
          .from('meeting_cases')
          .where('id', one.id)
          .firstOrFail()
        assert.equal(outcome, 'passed', 'the plenary dealt with a case its group barred')
      }
    }
    const after = async (work: () => Promise<unknown>, onDone?: () => void) =>
      (await this.tries(work, onDone)) && (await entered())
    switch (stage.primitive) {
      case 'assign': {
        const [lead, second] = shuffled(
          board.members.filter(({ groupId }) => groupId === one.groupId),
          this.pick
        )
        if (stage.subject === 'leader')
          return this.tries(() =>
            prepare.assignLeader(ctx, where, { groupId: one.groupId ?? 0, memberId: member.id })
          )
        return after(
          () =>
            prepare.assignReviewers(ctx, where, {
              caseIds: [one.id],
              leadId: lead.id,
              secondId: second?.id ?? null,
            }),
          () => model.assigned.add(one.id)
        )
      }
      case 'questions':
        return after(() => prepare.setQuestions(ctx, where, { caseId: one.id, text: '请说明' }))
      case 'score': {
        const { meeting } = await loadBoard(this.meetingId)
        const sheet = await sheetOf({ trx: db as never, stage, meeting })
        const items = Object.fromEntries(sheet.map(({ id, max }) => [id, this.pick(max + 1)]))
        return after(() => judge.saveScore(ctx, where, { caseId: one.id, items }))
      }
      case 'confirm':
        return stage.per === 'scope'
          ? this.tries(() => prepare.confirmCriteria(ctx, where))
          : after(() =>
              judge.confirmScore(ctx, where, {
                caseIds: [one.id],
                agree: this.pick(12) > 0,
                reason: '请核对',
              })
            )
      case 'recheck':
      case 'opinion':
        return after(() =>
          judge.giveOpinion(ctx, where, {
            caseId: one.id,
            text: '意见',
            decision: stage.primitive === 'recheck' ? 'passed' : null,
          })
        )
      case 'provisional_vote':
        return after(
          () => judge.advise(ctx, where, { caseId: one.id, choice }),
          () => model.provisional.add(key(stage.scope, one.id, member.id))
        )
      case 'roll':
        return this.tries(() =>
          ballot.fixRoll(ctx, where, {
            memberIds: board.members
              .filter(({ status }) => status === 'active')
              .map(({ id }) => id),
          })
        )
      case 'open_voting':
        return this.tries(
          () => ballot.openVoting(ctx, where),
          () => {
            if (stage.scope === 'plenary') model.isOpen = true
            this.assertAllProvisional(board, stage, member.groupId)
          }
        )
      case 'vote':
        if (stage.ballot === 'named')
          return after(
            () => judge.advise(ctx, where, { caseId: one.id, choice }),
            () => {
              const vote = key(one.id, member.id)
              assert.isFalse(model.named.has(vote), 'a named vote was taken twice')
              model.named.set(vote, choice)
            }
          )
        await after(
          () => ballot.castPapers(ctx, where, { votes: [{ caseId: one.id, choice }] }),
          () => {
            const vote = key(one.id, member.id)
            assert.isTrue(model.isOpen && !model.isClosed, 'a paper outside the open vote')
            assert.isFalse(model.secret.has(vote), 'a secret vote was taken twice')
            model.secret.set(vote, choice)
          }
        )
        if (model.secret.has(key(one.id, member.id)) && !model.isClosed)
          model.isClosed = await ballot.closeWhenComplete(ctx, where)
        return
      case 'deliberate':
        return after(() =>
          judge.deliberate(ctx, where, {
            caseId: one.id,
            outcome: this.pick(4) ? 'passed' : 'not_passed',
            opinion: '同意',
          })
        )
      case 'report':
        return this.tries(() => report(ctx, where, { remarks: {}, remark: '同意' }))
    }
  }

  /** The gate of HN-06 and HN-09 seen from outside: everyone who has to has given his provisional vote. */
  assertAllProvisional(board: Board, stage: ReviewStage, groupId: number | null) {
    const needed = board.mode.stages.some(
      ({ primitive, scope }) => primitive === 'provisional_vote' && scope === stage.scope
    )
    if (!needed) return
    for (const one of board.cases) {
      if (stage.scope === 'group' ? one.groupId !== groupId : one.groupOutcome !== 'passed')
        continue
      for (const { id, groupId: own } of board.members) {
        if (this.model.gone.has(id) || this.model.avoided.has(key(id, one.id))) continue
        if (stage.scope === 'group' && own !== groupId) continue
        this.assert.isTrue(
          this.model.provisional.has(key(stage.scope, one.id, id)),
          'the switch opened before every provisional vote'
        )
      }
    }
  }

  /** Somebody leaves or steps back, as long as enough stay. */
  async disturb(board: Board) {
    const { model, meetingId } = this
    const member = board.members[this.pick(board.members.length)]
    const one = board.cases[this.pick(board.cases.length)]
    if (
      this.pick(2) &&
      !model.gone.size &&
      !member.isLeader &&
      !member.isReporter &&
      !member.office
    )
      await this.tries(
        () =>
          leaveMeeting(systemContext(), meetingId, {
            memberId: member.id,
            status: 'absent',
            reason: '请假',
          }),
        () => model.gone.add(member.id)
      )
    else if (model.avoided.size === 0 && !model.gone.has(member.id))
      await this.tries(
        async () =>
          avoidCase(await asMember(member), meetingId, {
            caseId: one.id,
            kind: 'other',
            reason: '有利害关系',
          }),
        () => {
          model.avoided.add(key(member.id, one.id))
          for (const vote of [key(one.id, member.id)]) model.named.delete(vote)
          for (const scope of ['group', 'plenary'])
            model.provisional.delete(key(scope, one.id, member.id))
        }
      )
    const row = await db
      .from('ballots')
      .where({ meeting_id: meetingId, status: 'closed' })
      .select('id')
      .first()
    if (row) model.isClosed = true
  }
}

const shuffled = <T>(items: T[], pick: (count: number) => number): T[] => {
  const left = [...items]
  const out: T[] = []
  while (left.length) out.push(...left.splice(pick(left.length), 1))
  return out
}

/** What must hold of a meeting however it went, from the tables and from what the test itself counted. */
async function assertSound(assert: any, meetingId: number, model: Model) {
  const { board, meeting } = await loadBoard(meetingId)
  const committee = await db.from('committees').where('id', meeting.committeeId).firstOrFail()
  const [open] = await db.from('ballots').where('meeting_id', meetingId).whereNot('status', 'void')
  const voting = { quorum: TWO_THIRDS, threshold: TWO_THIRDS, base: 'attending', abstention: true }
  for (const one of await db.from('meeting_cases').where('meeting_id', meetingId)) {
    const papers = await db
      .from('ballot_papers')
      .where({ ballot_id: open?.id ?? 0, case_id: one.id })
    const taken = await db
      .from('ballot_participations')
      .where({ ballot_id: open?.id ?? 0, case_id: one.id })
    const mine = [...model.secret].filter(([vote]) => vote.startsWith(`${one.id}|`))
    assert.equal(papers.length, mine.length, 'no paper lost, none more')
    assert.sameMembers(
      taken.map((row) => Number(row.member_id)),
      mine.map(([vote]) => Number(vote.split('|')[1]))
    )
    if (open?.status !== 'closed' || one.group_outcome === 'not_passed') continue
    const tally =
      typeof one.plenary_tally === 'string' ? JSON.parse(one.plenary_tally) : one.plenary_tally
    const count = (choice: Choice) => mine.filter(([, chosen]) => chosen === choice).length
    assert.deepInclude(tally, { yes: count('yes'), no: count('no'), abstain: count('abstain') })
    const onRoll = await db.from('ballot_roll').where('ballot_id', open.id).select('member_id')
    const entitled = onRoll.filter(({ member_id: id }) => !model.avoided.has(key(id, one.id)))
    assert.equal(tally.roll, entitled.length, 'the count’s roll is the ballot’s less who avoids')
    assert.equal(tally.cast, mine.length)
    assert.isAtMost(tally.cast, tally.roll)
    assert.equal(
      one.plenary_outcome,
      hasPassed({ ...tally, members: committee.size }, voting as never) ? 'passed' : 'not_passed'
    )
  }
  for (const one of board.cases.filter(({ groupOutcome }) => groupOutcome !== null)) {
    const row = await db.from('meeting_cases').where('id', one.id).firstOrFail()
    const tally =
      typeof row.group_tally === 'string' ? JSON.parse(row.group_tally) : row.group_tally
    const votes = [...model.named].filter(([vote]) => vote.startsWith(`${one.id}|`))
    assert.equal(
      tally.yes,
      votes.filter(([, choice]) => choice === 'yes').length,
      'the leader sees the votes his group gave'
    )
  }
}
const TWO_THIRDS = { numerator: 2, denominator: 3 }

const MODES = [
  ['henan', 'expert_review', 7],
  ['henan', 'lecture', 20],
  ['henan', 'interview', 20],
  ['hebei', 'committee_review', 20],
  ['hunan', 'scored_review', 7],
] as const

/** Numbers by chance that come again with their seed (mulberry32). */
function chance(seed: number) {
  let state = seed
  return (count: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count
  }
}

test.group('meetings at random', (group) => {
  group.setup(async () => {
    for (const province of ['henan', 'hebei', 'hunan']) await tenantOf(province)
  })

  for (const [province, mode, seed] of MODES)
    test(`[HN-03] [HB-73] [HU-20] ${mode} ${seed}: whoever acts when, no vote is lost, doubled or late, counts are the roll’s, no gate is skipped`, async ({
      assert,
    }) => {
      await inProvince(province, async () => {
        const pick = chance(seed)
        const groups = province === 'hunan' ? 0 : 1 + (seed % 2)
        const meetingId = await makeMeeting({ mode, members: 6, groups, cases: 2 })
        const walk = new Walk(meetingId, pick, assert)
        await play(walk)
        await assertSound(assert, meetingId, walk.model)
        const meeting = await db.from('meetings').where('id', meetingId).firstOrFail()
        assert.equal(meeting.status, 'reported')
        assert.isAbove(walk.model.refused, 10)
        assert.deepEqual(await brokenInvariants(), {})
      })
    })
})

/** A word taken back late, as a second deliberation, sends its case through again: so several rounds. */
async function play(walk: Walk) {
  const rounds = { again: walk.pick(2) === 0 }
  for (let round = 0; round < 4; round++) {
    await playOnce(walk, rounds)
    if ((await walk.board()).status === 'reported') return
  }
}

async function playOnce(walk: Walk, rounds: { again: boolean }) {
  const { pick, model, meetingId, assert } = walk
  const { mode } = await walk.board()
  for (let index = 0; index < mode.stages.length; index++) {
    const stage = mode.stages[index]
    const begun = await walk.board()
    for (let stray = 0; stray < 4; stray++) {
      const last = begun.mode.stages.length - 1
      await walk.attempt(
        begun,
        begun.mode.stages[pick(last)],
        begun.members[pick(begun.members.length)],
        begun.cases[pick(begun.cases.length)]
      )
    }
    if (pick(3) === 0) await walk.disturb(await walk.board())
    // refusals of scores send work back: a few rounds bring every case on
    for (let round = 0; round < 8; round++) {
      const board = await walk.board()
      for (const one of shuffled(board.cases, pick))
        for (const member of stage.who === 'office'
          ? [board.members[0]]
          : shuffled(board.members, pick)) {
          const earlier =
            stage.primitive === 'confirm'
              ? mode.stages.slice(Math.max(0, index - 3), index + 1)
              : [stage]
          for (const each of earlier.filter(({ per }) => per === stage.per))
            await walk.attempt(board, each, member, one)
        }
      const now = await walk.board()
      if (now.cases.every((one) => isDone(now, stage, one))) break
      if (stage.primitive !== 'confirm' && stage.primitive !== 'assign') break
    }
    if (stage.ballot === 'secret' && model.isOpen) {
      const row = await db
        .from('ballots')
        .where({ meeting_id: meetingId })
        .whereNot('status', 'void')
        .firstOrFail()
      assert.equal(row.status, 'closed', 'everyone voted, so it is counted')
      await assertSound(assert, meetingId, model)
      if (rounds.again) {
        rounds.again = false
        const asked = await askUndo(systemContext(), meetingId, { stage: stage.id, reason: '重投' })
        if (asked.waits) {
          const undo = await db.from('meeting_undos').where('meeting_id', meetingId).firstOrFail()
          const other = systemContext()
          await decideUndo({ ...other, actor: { ...other.actor, accountId: 1e6 } }, meetingId, {
            undoId: undo.id,
            agree: true,
          })
        }
        model.secret.clear()
        model.isOpen = false
        model.isClosed = false
        index =
          mode.stages.findIndex(
            ({ primitive, scope }) => primitive === 'open_voting' && scope === 'plenary'
          ) - 1
      }
    }
  }
}
