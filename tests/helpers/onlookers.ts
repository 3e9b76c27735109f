import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { RESOURCES } from '#interfaces/resources'
import { rulesetById } from '#batches/queries/rulesets'
import { runJobs } from '#jobs/run_jobs'
import type { Visitor } from '#tests/helpers/browserless'
import { visitorOf } from '#tests/helpers/browserless'
import type { Trace } from '#tests/helpers/linker'
import type { SecretVote } from '#tests/helpers/played_ballots'
import { inProvince } from '#tests/helpers/tenants'
import { recordsInBytes, recordsOf } from '#tests/helpers/traces'

/** What of a province may stand in a path. */
type Ids = Record<
  'meeting' | 'application' | 'case' | 'publicity' | 'archive' | 'file' | 'job',
  number
>

/** What cannot be looked at by a GET without an end: signing out, another site's sign-in, long polls. */
const LEFT_OUT = /^\/(sign-out|sign-in\/oidc|operator|api\/v1)/

/** Every path of the routing table that is read, with the ids of a meeting and of what came of it. */
function paths(ids: Ids, stages: string[]): string[] {
  const all = Object.values(router.toJSON())
    .flat()
    .filter(({ name, methods }) => name !== undefined && methods.includes('GET'))
    .map(({ pattern }) => pattern)
    .filter((pattern) => !LEFT_OUT.test(pattern))
  return all.flatMap((pattern) => {
    const own = pattern
      .replace(/(meetings|results|interviews|draws|plans)\/:id/, `$1/${ids.meeting}`)
      .replace(/(cases|reviews|apply)\/:id/, `$1/${ids.application}`)
      .replace(/publicity\/:id/, `publicity/${ids.publicity}`)
      .replace('archives/:id', `archives/${ids.archive}`)
      .replace('files/:id', `files/${ids.file}`)
      .replace('jobs/:id', `jobs/${ids.job}`)
      .replace('cases/:case', `cases/${ids.case}`)
      .replace(':list', 'all')
      .replace(':resource', 'applications')
    const filled = own.includes(':stage')
      ? stages.map((stage) => own.replace(':stage', stage))
      : [own]
    return filled
      .map((path) => path.replace(':id', String(ids.meeting)).replace(/:\w+/g, '1'))
      .flatMap((path) => [
        path,
        ...TURNS.filter(([at]) => at.test(path)).map((turn) => path + turn[1]),
      ])
  })
}

/** The other sides of pages that have several. */
const TURNS: [RegExp, string][] = [
  ...['groups', 'members', 'cases', 'avoidances', 'interviews', 'offline', 'undo'].map(
    (tab): [RegExp, string] => [/^\/meetings\/\d+$/, `?tab=${tab}`]
  ),
  [/\/results(\/export)?$/, '?by=judge'],
]

/** Everything that an actor gets to read of a meeting: pages with their props, exports, files. */
export async function tracesOf(
  who: string,
  visitor: Visitor,
  vote: SecretVote
): Promise<{ traces: Trace[]; opened: string[] }> {
  const { ids, stages } = await inProvince(vote.province, () => whatCameOf(vote))
  const traces: Trace[] = []
  const opened: string[] = []
  for (const path of paths(ids, stages)) {
    const separator = path.includes('?') ? '&' : '?'
    const reply = await visitor.page(`${path}${separator}pageSize=100`)
    if (reply.status >= 500) throw new Error(`${path} answers ${reply.status} to ${who}`)
    if (reply.status !== 200) continue
    opened.push(path)
    const records =
      typeof reply.body === 'object' ? recordsOf(reply.body) : await recordsInBytes(reply.bytes)
    traces.push({ where: `${who} at ${path.replace(/\d+/g, '#')}`, records })
  }
  return { traces, opened }
}

async function whatCameOf(vote: SecretVote) {
  const last = async (table: string) =>
    Number((await db.from(table).orderBy('id', 'desc').select('id').first())?.id ?? 0)
  const meeting = await db.from('meetings').where('id', vote.meetingId).firstOrFail()
  const passed = await db
    .from('applications')
    .where({ meeting_id: vote.meetingId })
    .orderBy('id')
    .firstOrFail()
  const { ruleset } = await rulesetById(meeting.ruleset_id)
  const mode = ruleset.reviewModes.find(({ id }) => id === meeting.review_mode)!
  const ids: Ids = {
    meeting: vote.meetingId,
    application: Number(passed.id),
    case: vote.cases[0].id,
    publicity: await last('publicities'),
    archive: await last('archives'),
    file: await last('files'),
    job: await last('jobs'),
  }
  return { ids, stages: mode.stages.map(({ id }) => id) }
}

/** Every list of the interface, read with a token that may read all. */
export async function apiTraces(admin: Visitor, province: string): Promise<Trace[]> {
  const scopes = [...new Set(RESOURCES.map(({ scope }) => scope)), 'people:read']
  const made = await admin.post('/interfaces/tokens', { name: '核对', scopes, days: 1 })
  const headers = { authorization: `Bearer ${made.body.data.token}`, accept: '*/*' }
  const traces: Trace[] = []
  for (const { path } of RESOURCES) {
    const reply = await visitorOf(province).get(`/api/v1/${path}?limit=100`, headers)
    if (reply.status !== 200) throw new Error(`${path} answers ${reply.status}`)
    traces.push({ where: `api ${path}`, records: recordsOf(reply.body) })
  }
  return traces
}

/** The packages for the archive and for who supervises the committee are asked for and made. */
export async function makePackages(office: Visitor, admin: Visitor, vote: SecretVote) {
  const { committee_id: committeeId } = await inProvince(vote.province, () =>
    db.from('meetings').where('id', vote.meetingId).firstOrFail()
  )
  const asked = [
    await office.post('/archives', { scope: 'meeting', meetingId: vote.meetingId }),
    await admin.post(`/reports/committees/${committeeId}/pack`),
  ]
  await inProvince(vote.province, () => runJobs())
  return asked.map(({ status, body }) => `${status} ${body.message}`)
}

/** Makes somebody who has an account the applicant of a case. */
export const becomeApplicant = (vote: SecretVote, login: string) =>
  inProvince(vote.province, async () => {
    const own = db.from('applications').where('id', vote.cases[0].applicationId)
    const { person_id: personId } = await own.clone().firstOrFail()
    const account = db.from('accounts').where('login', login)
    await account.clone().update({ person_id: personId })
    await own.update({ account_id: (await account.firstOrFail()).id })
  })
