import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { loadBoard } from '#evaluations/queries/load_board'
import { hasPassed } from '#evaluations/tally'
import Account from '#identity/models/account'
import { brokenInvariants } from '#lifecycle/invariants'
import { visitorOf } from '#tests/helpers/browserless'
import { Begun, answers, pick, sends, startServer, startWorker, until } from '#tests/helpers/faults'
import { openVoteOf } from '#tests/helpers/prepared_vote'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

/**
 * The size of the requirement is 25 × 500: VOTE_MEMBERS=25 VOTE_CASES=500 npm test -- faults. More members than the pool
 * has connections, so that one who waits for a second connection is found.
 */
const MEMBERS = Number(process.env.VOTE_MEMBERS ?? 12)
const CASES = Number(process.env.VOTE_CASES ?? 40)
/** papers in one request, as a page of the list has them */
const AT_ONCE = Math.min(20, CASES)
const KILLS = 4

type Choice = 'yes' | 'no' | 'abstain'
const CHOICES: Choice[] = ['yes', 'yes', 'yes', 'no', 'abstain']

test.group('a vote under faults', (group) => {
  const begun = new Begun()
  const begin = (start: typeof startServer) => begun.begin(start)
  group.setup(async () => void (await tenantOf('hunan')))
  group.teardown(() => begun.end())

  test(`[HU-20] [HB-74] [HN-11] ${MEMBERS} members vote on ${CASES} cases while server and worker are killed at random: no paper lost, none doubled, counts as cast`, async ({
    assert,
  }) => {
    const { meetingId, cases, logins } = await inProvince('hunan', async () => {
      const id = await openVoteOf({ members: MEMBERS, cases: CASES })
      const { board } = await loadBoard(id)
      const accounts = await Account.query().whereIn(
        'id',
        board.members.map(({ accountId }) => accountId!)
      )
      return {
        meetingId: id,
        cases: board.cases.map((one) => one.id),
        logins: accounts.map(({ login }) => login),
      }
    })
    const path = `/expert/meetings/${meetingId}/stages/vote`
    let server = begin(startServer)
    let worker = begin(startWorker)
    await until(answers)
    const visitors = await Promise.all(logins.map((login) => visitorOf('hunan').becomes(login)))

    /** What each member chose; known to the test alone. */
    const chosen = visitors.map(() => new Map(cases.map((id) => [id, CHOICES[pick(5)]])))
    const sent = { done: 0, again: 0 }
    const votes = Promise.all(
      visitors.map(async (visitor, member) => {
        for (let from = 0; from < cases.length; from += AT_ONCE) {
          const part = cases.slice(from, from + AT_ONCE)
          const body = {
            votes: part.map((caseId) => ({ caseId, choice: chosen[member].get(caseId) })),
          }
          const reply = await sends(visitor, path, body)
          // the answer to the first sending was lost: the papers are in
          if (reply.status === 422)
            assert.match(reply.body.message, /已对所选人员投过票|投票已经结束/)
          else assert.equal(reply.status, 200, reply.body?.message)
          sent.done += part.length
          if (pick(8) === 0) {
            const twice = await sends(visitor, path, body)
            assert.equal(twice.status, 422, 'a paper was taken a second time')
            sent.again++
          }
        }
      })
    )
    let kills = 0
    const all = MEMBERS * CASES
    const killing = (async () => {
      while (kills < KILLS) {
        const at = (all * (kills + 1)) / (KILLS + 1)
        await until(async () => sent.done >= at)
        await sleep(pick(200))
        server.kill('SIGKILL')
        if (kills % 2) worker.kill('SIGKILL')
        kills++
        server = begin(startServer)
        if (kills % 2 === 0) worker = begin(startWorker)
        await until(answers)
      }
    })()
    await Promise.all([votes, killing])
    // the count itself may have been cut off: the worker makes it up
    await until(
      () =>
        inProvince('hunan', async () => {
          const row = await db.from('ballots').where('meeting_id', meetingId).firstOrFail()
          return row.status === 'closed'
        }),
      300
    )

    await inProvince('hunan', async () => {
      const ballots = await db.from('ballots').where('meeting_id', meetingId)
      assert.lengthOf(ballots, 1)
      const [{ id: ballotId }] = ballots
      const [{ papers }] = await db
        .from('ballot_papers')
        .where('ballot_id', ballotId)
        .count('* as papers')
      const [{ taken }] = await db
        .from('ballot_participations')
        .where('ballot_id', ballotId)
        .count('* as taken')
      assert.equal(Number(papers), all)
      assert.equal(Number(taken), all)
      const rows = await db.from('meeting_cases').where('meeting_id', meetingId)
      for (const row of rows) {
        const count = (choice: Choice) =>
          chosen.filter((own) => own.get(Number(row.id)) === choice).length
        const expected = { yes: count('yes'), no: count('no'), abstain: count('abstain') }
        const tally =
          typeof row.plenary_tally === 'string' ? JSON.parse(row.plenary_tally) : row.plenary_tally
        assert.deepEqual(tally, { roll: MEMBERS, cast: MEMBERS, ...expected })
        const voting = { threshold: { numerator: 2, denominator: 3 }, base: 'attending' }
        assert.equal(
          row.plenary_outcome,
          hasPassed({ roll: MEMBERS, members: MEMBERS, ...expected }, voting as never)
            ? 'passed'
            : 'not_passed'
        )
      }
      assert.deepEqual(await brokenInvariants(), {})
    })
    assert.equal(kills, KILLS)
  })
})
