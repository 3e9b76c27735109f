import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { loadBoard } from '#evaluations/queries/load_board'
import { runJobs } from '#jobs/run_jobs'
import { playMeeting } from '#platform/demo/play_meeting'
import { openPublicity } from '#results/actions/publicity'
import { visitorOf } from '#tests/helpers/browserless'
import { linksFound, link, type Trace } from '#tests/helpers/linker'
import {
  asBallot,
  castAll,
  openSecretVote,
  type SecretVote,
  type Seen,
} from '#tests/helpers/played_ballots'
import { apiTraces, becomeApplicant, makePackages, tracesOf } from '#tests/helpers/onlookers'
import { reportedMeeting, seedComingWorkDays, staff } from '#tests/helpers/results'
import { inProvince, leaveTenantOf, tenantOf } from '#tests/helpers/tenants'
import { fileTraces, redisTraces, tableTraces } from '#tests/helpers/traces'

const SIZE = { members: 6, cases: 5 }
/** those whose pages are looked at: enough of one ballot to tell a link from an accident */
const LARGE = { members: 7, cases: 8 }
const VOTES = [
  ['hunan', 'scored_review', 11],
  ['hunan', 'scored_review', 12],
  ['hunan', 'scored_review', 13],
  ['hunan', 'scored_review', 14, LARGE],
  ['henan', 'expert_review', 15],
  ['henan', 'expert_review', 16, LARGE],
  ['hebei', 'committee_review', 17],
  ['hebei', 'committee_review', 18],
] as const

/** A server of its own that says as much as it can. */
class LoudServer {
  readonly port = String(Number(process.env.PORT) + 1)
  readonly lines: string[] = []
  #child: ChildProcess | null = null

  async start() {
    const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', 'bin/server.ts'], {
      cwd: app.makePath(),
      env: { ...process.env, PORT: this.port, LOG_LEVEL: 'trace' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    for (const stream of [child.stdout!, child.stderr!]) {
      let rest = ''
      stream.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n')
        rest = lines.pop()!
        this.lines.push(...lines.filter((line) => line.trim() !== ''))
      })
    }
    const visitor = visitorOf('hunan', this.port)
    while (!(await visitor.get('/health').catch(() => null))) await sleep(100)
  }

  async stop() {
    if (!this.#child || this.#child.exitCode !== null) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await gone
  }

  /** Its lines; each with the member who was voting when it was written, as who watches the line would know. */
  trace(seen: Seen[]): Trace {
    const records = this.lines.map((line) => {
      const at = timeOf(line)
      const by = seen.find(({ from, until }) => at !== null && from <= at && at <= until)
      return by ? `"memberId":${by.voterId} ${line}` : line
    })
    return { where: 'log', records }
  }
}

function timeOf(line: string): number | null {
  const found = /"time":(\d{13})/.exec(line)
  return found ? Number(found[1]) : null
}

test.group('who chose what in a secret vote', (group) => {
  const server = new LoudServer()
  const votes: SecretVote[] = []
  const traces: Trace[] = []

  group.setup(async () => {
    for (const province of ['henan', 'hebei', 'hunan']) await tenantOf(province)
    await server.start()
    return async () => {
      await server.stop()
      for (const province of ['henan', 'hebei', 'hunan']) leaveTenantOf(province)
    }
  })

  test('[HU-20] [HB-74] [HN-11] whoever has every table, log, key and file of closed ballots tells it no better than chance', async ({
    assert,
  }) => {
    const seen: Seen[] = []
    for (const [index, [province, mode, seed, size = SIZE]] of VOTES.entries()) {
      const vote = await openSecretVote(province, mode, size, seed)
      votes.push(vote)
      if (index % 2 === 0) seen.push(...(await withMishaps(vote, server.port)))
      seen.push(...(await castAll(vote, server.port)))
      await inProvince(province, async () => {
        const ballot = await db.from('ballots').where('meeting_id', vote.meetingId).firstOrFail()
        assert.equal(ballot.status, 'closed')
      })
    }
    const failures = server.lines.filter((line) => line.includes('request failed'))
    assert.isAbove(failures.length, SIZE.members, 'the log says that something went wrong')
    traces.push(server.trace(seen))
    traces.push({ where: 'answers', records: seen.flatMap(({ answers }) => answers) })
    traces.push(...(await redisTraces()))
    const found = []
    for (const province of ['henan', 'hebei', 'hunan']) {
      const own = votes.filter((vote) => vote.province === province).map(asBallot)
      const stored = await inProvince(province, async () => [
        ...(await tableTraces()),
        ...(await fileTraces()),
      ])
      assert.isAbove(stored.length, 60)
      if (process.env.LINKS) console.log(province, link(own, [...traces, ...stored]).slice(0, 8), link(own, [...traces, ...stored]).length)
      found.push(...linksFound(own, [...traces, ...stored]))
    }
    assert.deepEqual(found, [])
  }).timeout(240_000)

  for (const [province, index, office, applicant, others] of [
    ['hunan', 3, 'gph', 'chenshili', ['gph-fh', 'pszx', 'szc', 'szc-ts', 'csglc', 'cszjj', 'csjyj']],
    ['henan', 5, 'zzzgb', 'lina', ['zxxpwh', 'zzzgb-fh', 'szgb', 'zzjyj', 'yfxx', 'yfxx-admin']],
  ] as const)
    test(`[HB-75] [HN-12] ${province}: no page, export, file or interface of any actor tells it either`, async ({
      assert,
    }) => {
      const vote = votes[index]
      const looked: Trace[] = []
      const opened = new Set<string>()
      const look = async (who: string, login: string | null) => {
        const visitor = visitorOf(province)
        if (login) await visitor.becomes(login)
        const seen = await tracesOf(who, visitor, vote)
        looked.push(...seen.traces)
        for (const path of seen.opened) opened.add(`${who} ${path.replace(/\d+/g, '#')}`)
      }
      const members = vote.voters.toSorted((a, b) => a.id - b.id)
      await look('chair', members[0].login)
      await look('second', members[1].login)
      await look('member', members.at(-1)!.login)
      await inProvince(province, async () => {
        const { board } = await loadBoard(vote.meetingId)
        const next = board.mode.stages.findIndex(({ id }) => id === vote.stage) + 1
        await playMeeting(vote.meetingId, { from: board.mode.stages[next].id })
        await db.from('accounts').where('kind', 'committee').update({
          committee_id: (await db.from('meetings').where('id', vote.meetingId).firstOrFail())
            .committee_id,
        })
        await runJobs()
        await seedComingWorkDays()
        await reportedMeeting(office, vote.meetingId)
        await openPublicity(await staff(office), { meetingId: vote.meetingId })
      })
      const admin = await visitorOf(province).becomes('admin')
      const packages = await makePackages(await visitorOf(province).becomes(office), admin, vote)
      looked.push(...(await apiTraces(admin, province)))
      for (const login of [office, ...others, 'admin', 'security', 'auditor'])
        await look(login, login)
      await becomeApplicant(vote, applicant)
      await look('applicant', applicant)
      await look('public', null)
      if (process.env.LINKS) console.log(packages, [...opened].sort().join('\n'))
      const ballots = votes.filter((each) => each.province === province).map(asBallot)
      if (process.env.LINKS) console.log(link(ballots, looked).slice(0, 8))
      assert.deepEqual(linksFound(ballots, looked), [])
      const stored = await inProvince(province, fileTraces)
      assert.deepEqual(linksFound(ballots, stored), [])
    }).timeout(240_000)
})

/** Before the vote goes through: the table of papers refuses, and a body is cut off on its way. */
async function withMishaps(vote: SecretVote, port: string): Promise<Seen[]> {
  const asDatabase = (statement: string) =>
    inProvince(vote.province, () => db.rawQuery(statement).then(() => {}))
  await asDatabase(
    "create trigger papers_refused before insert on ballot_papers for each row signal sqlstate '45000' set message_text = 'refused'"
  )
  const failed = await castAll(vote, port, {
    mishap: (visitor, path, body) => visitor.post(path, body),
  })
  await asDatabase('drop trigger papers_refused')
  const cut = await castAll(vote, port, {
    mishap: (visitor, path, body) =>
      visitor.post(path, Buffer.from(JSON.stringify(body).slice(0, -1))),
  })
  return [...failed, ...cut]
}
