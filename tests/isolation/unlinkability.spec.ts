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
import { linksFound, type PlayedBallot, type Trace } from '#tests/helpers/linker'
import {
  asBallot,
  castAll,
  chance,
  openSecretVote,
  shuffled,
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
  ['hebei', 'committee_review', 18, LARGE],
] as const

/** what somebody at least must have got to read, so that a page moved is not a page unread */
const LOOKED_AT = [
  /^chair .*results\/export\?by=judge/,
  /^second .*stages\/.*\/cases/,
  /^member .*stages\/.*vote\/export/,
  /meetings\/#\?tab=undo/,
  /minutes\/file/,
  /archives\/#\/file/,
  /^admin \/files\/#/,
  /^auditor \/audit\/export/,
  /^security /,
  /^applicant \/apply\/#/,
  /^public \/publicity\/#/,
]

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
    // by province: numbers of members come again in the next
    const seen = new Map<string, Seen[]>()
    for (const [index, [province, mode, seed, size = SIZE]] of VOTES.entries()) {
      const vote = await openSecretVote(province, mode, size, seed)
      votes.push(vote)
      const mishaps = index % 2 === 0 ? await withMishaps(vote, server.port) : []
      const cast = await castAll(vote, server.port)
      seen.set(province, [...(seen.get(province) ?? []), ...mishaps, ...cast])
      await inProvince(province, async () => {
        const ballot = await db.from('ballots').where('meeting_id', vote.meetingId).firstOrFail()
        assert.equal(ballot.status, 'closed')
      })
    }
    const failures = server.lines.filter((line) => line.includes('request failed'))
    assert.isAbove(failures.length, SIZE.members, 'the log says that something went wrong')
    traces.push(...(await redisTraces()))
    const found = []
    for (const province of ['henan', 'hebei', 'hunan']) {
      const own = votes.filter((vote) => vote.province === province).map(asBallot)
      const watched = seen.get(province)!
      const stored = await inProvince(province, async () => [
        server.trace(watched),
        { where: 'answers', records: watched.flatMap(({ answers }) => answers) },
        ...(await tableTraces()),
        ...(await fileTraces()),
      ])
      assert.isAbove(stored.length, 60)
      found.push(...linksFound(own, [...traces, ...stored]))
    }
    assert.deepEqual(found, [])
  })

  for (const [province, index, office, applicant, others] of [
    [
      'hunan',
      3,
      'gph',
      'chenshili',
      ['gph-fh', 'pszx', 'szc', 'szc-ts', 'csglc', 'cszjj', 'csjyj'],
    ],
    ['henan', 5, 'zzzgb', 'lina', ['zxxpwh', 'zzzgb-fh', 'szgb', 'zzjyj', 'yfxx', 'yfxx-admin']],
    ['hebei', 7, 'szgb-jb', 'lishili', ['szgb-ld', 'szgb-admin', 'jyt-jb', 'sy-jb', 'sy-admin']],
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
        await db
          .from('accounts')
          .where('kind', 'committee')
          .update({
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
      assert.deepEqual(packages, ['200 正在打包', '200 已开始汇集材料'])
      const read = (pattern: RegExp) => [...opened].filter((each) => pattern.test(each)).length
      for (const pattern of LOOKED_AT) assert.isAbove(read(pattern), 0, String(pattern))
      assert.deepEqual(linksFound([asBallot(vote)], looked), [])
      const files = await inProvince(province, fileTraces)
      assert.deepEqual(linksFound([asBallot(vote)], files), [])
    })
})

test.group('the onlooker can tell', () => {
  const pick = chance(7)
  const choices = ['yes', 'no', 'abstain'] as const
  const ballots: PlayedBallot[] = [1, 2, 3, 4, 5, 6, 7, 8].map((ballot) => {
    const voters = [1, 2, 3, 4, 5, 6].map((member) => {
      const id = ballot * 100 + member
      return { id, marks: [new RegExp(`"member_id":${id}\\b`)] }
    })
    const cases = [1, 2, 3, 4].map((one) => ({
      marks: [new RegExp(`"case_id":${ballot * 100 + one}\\b`)],
      choices: new Map(voters.map(({ id }) => [id, choices[pick(3)]])),
    }))
    return { voters, cases }
  })
  /** A record for every vote of all ballots, voter by voter. */
  const eachVote = (record: (vote: { member: number; one: number; choice: string }) => string) =>
    ballots.flatMap(({ voters, cases }, ballot) =>
      voters.flatMap(({ id }) =>
        cases.map(({ choices: chosen }, index) =>
          record({ member: id, one: (ballot + 1) * 100 + index + 1, choice: chosen.get(id)! })
        )
      )
    )
  const found = (records: string[]) => linksFound(ballots, [{ where: 'planted', records }])

  test('log lines with choices, written while a member votes, are found: of one case each, of all at once', ({
    assert,
  }) => {
    const lines = eachVote(
      ({ member, one, choice }) => `"member_id":${member} {"level":50,"case_id":${one}} ${choice}`
    )
    assert.include(found(lines)[0].attack, 'together')
    assert.isNotEmpty(found(lines.filter((line) => line.endsWith(' no'))), 'of the noes alone')
    const statements = ballots.flatMap(({ voters, cases }) =>
      voters.map(({ id }) => {
        const values = cases.map(({ choices: chosen }) => `('${chosen.get(id)}')`)
        return `"member_id":${id} {"level":50,"sql":"insert into ballot_papers values ${values.join()}"}`
      })
    )
    assert.include(found(statements)[0].attack, 'together')
  })

  test('papers that lie in the order in which they came are found, forwards and backwards', ({
    assert,
  }) => {
    const papers = eachVote(({ one, choice }) => JSON.stringify({ case_id: one, choice }))
    assert.include(found(papers)[0].attack, 'order')
    assert.include(found(papers.toReversed())[0].attack, 'backwards')
    // what lies by a random key is not
    const mixed = shuffled(papers, pick)
    assert.deepEqual(found(mixed), [])
  })

  test('a number that is higher for a yes is found: a time, a count, a length', ({ assert }) => {
    const late = eachVote(({ member, one, choice }) =>
      JSON.stringify({
        member_id: member,
        case_id: one,
        saved_at: `2026-11-01T0${['yes', 'abstain', 'no'].indexOf(choice)}:00:00.000Z`,
      })
    )
    const first = late.filter((line) => /"case_id":\d01\b/.test(line))
    const ofFirst = ballots.map(({ voters, cases }) => ({ voters, cases: [cases[0]] }))
    const [best] = linksFound(ofFirst, [{ where: 'planted', records: first }])
    assert.include(best.attack, 'saved_at')
  })
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
