import db from '@adonisjs/lucid/services/db'
import { randomBytes } from 'node:crypto'
import { currentRuleset } from '#batches/queries/rulesets'
import type { BoardMember } from '#evaluations/board'
import { loadBoard } from '#evaluations/queries/load_board'
import Account from '#identity/models/account'
import { as } from '#platform/demo/drive'
import { visitorOf, type Visitor } from '#tests/helpers/browserless'
import { inProvince } from '#tests/helpers/tenants'

interface Made {
  mode: string
  members?: number
  groups?: number
  cases?: number
  flow?: 'online' | 'offline'
}

const NOW = '2026-11-01 00:00:00.000'
const mark = () => randomBytes(6).toString('hex')

/** A meeting in session of its own committee, with as many members, groups and cases as asked, in any mode. */
export async function makeMeeting({
  mode,
  members = 5,
  groups = 1,
  cases = 3,
  flow = 'online',
}: Made): Promise<number> {
  const { id: rulesetId } = await currentRuleset()
  const pattern = await db
    .from('applications')
    .whereNotNull('committee_id')
    .orderBy('id')
    .firstOrFail()
  const kept = await db.from('committees').where('id', pattern.committee_id).firstOrFail()
  const name = mark()
  const committeeId = await insert('committees', {
    ...without(kept, 'id'),
    code: name,
    name: `评委会${name}`,
    size: members,
  })
  const meetingId = await insert('meetings', {
    name: `会议${name}`,
    committee_id: committeeId,
    batch_id: pattern.batch_id,
    ruleset_id: rulesetId,
    review_mode: mode,
    flow,
    starts_at: '2026-01-01 00:00:00',
    ends_at: '2026-12-31 00:00:00',
    place: '会议室',
    status: 'in_session',
    created_at: NOW,
  })
  await insert('plans', {
    meeting_id: meetingId,
    content: '',
    expert_needs: '{}',
    status: 'approved',
    sheet: JSON.stringify([
      { id: 'item1', label: '能力', max: 60 },
      { id: 'item2', label: '业绩', max: 40 },
    ]),
    created_at: NOW,
  })
  const groupIds: number[] = []
  for (let index = 0; index < groups; index++)
    groupIds.push(
      await insert('meeting_groups', { meeting_id: meetingId, name: `第${index + 1}组`, size: 9 })
    )
  for (let index = 0; index < members; index++)
    await addMember(meetingId, index, groups ? groupIds[index % groups] : null, groups)
  const people = await insertMany('people', cases, (index) => person(`参评${index + 1}`))
  const applications = await insertMany('applications', cases, (index) => ({
    ...without(pattern, 'id'),
    code: mark() + mark(),
    person_id: people[index],
    person_name: `参评${index + 1}`,
    route: JSON.stringify([]),
    committee_id: committeeId,
    meeting_id: meetingId,
    stage: 'in_evaluation',
    event_count: 0,
    correction: null,
    due_on: null,
    outcome: null,
    tally: null,
    publicity_id: null,
    certificate_number: null,
    certificate_id: null,
    holder_organization_id: null,
  }))
  await db
    .from('plans')
    .where('meeting_id', meetingId)
    .update({ participants: JSON.stringify(applications) })
  await insertMany('meeting_cases', cases, (index) => ({
    meeting_id: meetingId,
    application_id: applications[index],
    group_id: groups ? groupIds[index % groups] : null,
    number: index + 1,
    progress: '{}',
  }))
  return meetingId
}

/** The first is chair and reporter; the first of each group leads it. */
async function addMember(meetingId: number, index: number, groupId: number | null, groups: number) {
  const expertId = await insert('experts', {
    person_id: await insert('people', person(`专家${index + 1}`)),
    name: `专家${index + 1}`,
    unit_name: '示例单位',
    title_name: '示例职称',
    title_level: 'senior_full',
    specialty_name: '示例专业',
    profile: '{}',
    created_at: NOW,
  })
  const accountId = await insert('accounts', {
    login: `t${mark()}`,
    kind: 'expert',
    name: `专家${index + 1}`,
    expert_id: expertId,
    meeting_id: meetingId,
    status: 'active',
    password: 'none',
    created_at: NOW,
  })
  await db.table('account_roles').insert({ account_id: accountId, role: 'expert' })
  await insert('meeting_members', {
    meeting_id: meetingId,
    expert_id: expertId,
    account_id: accountId,
    group_id: groupId,
    office: index === 0 ? 'chair' : index === 1 ? 'vice_chair' : null,
    is_leader: groups > 0 && index < groups,
    is_reporter: index === 0,
    pledged_at: NOW,
  })
}

/** Acts as a member of a meeting. */
export const asMember = async (member: BoardMember) =>
  as(await Account.findOrFail(member.accountId!))

export async function membersOfMeeting(meetingId: number) {
  const { board } = await loadBoard(meetingId)
  return board.members
}

const person = (name: string) => ({
  name,
  id_number_sealed: randomBytes(20),
  id_number_index: randomBytes(16),
  id_number_masked: '110***********0000',
  created_at: NOW,
})

const without = ({ ...row }: Record<string, any>, key: string) => {
  delete row[key]
  return row
}

async function insert(table: string, row: Record<string, unknown>): Promise<number> {
  const [id] = await db.table(table).insert(row)
  return id
}

/** Rows in one statement; their ids follow each other. */
async function insertMany(
  table: string,
  count: number,
  row: (index: number) => Record<string, unknown>
): Promise<number[]> {
  if (count === 0) return []
  await db.table(table).multiInsert(Array.from({ length: count }, (_, index) => row(index)))
  const rows = await db.from(table).orderBy('id', 'desc').limit(count).select('id')
  return rows.map(({ id }) => Number(id)).reverse()
}

/** A member of a meeting at his own desk, by his place in the list. */
export async function deskOf(province: string, meetingId: number, index: number): Promise<Visitor> {
  const login = await inProvince(province, async () => {
    const { board } = await loadBoard(meetingId)
    return (await Account.findOrFail(board.members[index].accountId!)).login
  })
  return visitorOf(province).becomes(login)
}
