import db from '@adonisjs/lucid/services/db'
import {
  avoids,
  caseKey,
  casesOf,
  membersOf,
  rollOf,
  stateKey,
  type Board,
  type BoardCase,
  type BoardMember,
} from '#evaluations/board'
import type Meeting from '#evaluations/models/meeting'
import { blockedBy, isDoneBy, offRoll, scopeBlockedBy, settledBy } from '#evaluations/progress'
import { rulesetById } from '#batches/queries/rulesets'
import { outcomeCounts, votesBySpecialty } from '#evaluations/queries/meeting_results'
import { assessmentsOf, groupTallies } from '#evaluations/queries/votes_on'
import { casesFor, isBlindFor } from '#evaluations/roles'
import { neededOf, quorumOf } from '#evaluations/tally'
import type { Option, ReviewStage, Ruleset, VotingRules } from '#province/ruleset'
import { containing } from '#web/like'

/** Points as they are read: hundredths with two decimals. */
const pointsOf = (hundredths: number | null) =>
  hundredths === null || hundredths === undefined ? null : (hundredths / 100).toFixed(2)
const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)

export const STAGE_FILTERS = ['q', 'specialty', 'group', 'state'] as const
export type StageFilters = Partial<Record<(typeof STAGE_FILTERS)[number], string>>

/** Cases of a stage that are a member's business, as far as the filters go; in the order of the list. */
export async function stageCases(
  board: Board,
  stage: ReviewStage,
  member: BoardMember | null,
  filters: StageFilters = {}
): Promise<BoardCase[]> {
  let cases = casesFor(board, stage, member)
  if (filters.group) cases = cases.filter(({ groupId }) => groupId === Number(filters.group))
  if (filters.q || filters.specialty) {
    const found = await named(cases, filters)
    cases = cases.filter((one) => found.has(one.id) && !isBlindFor(board, member, one))
  }
  const mine = (one: BoardCase) => isDoneBy(board, stage, one, member?.id ?? null)
  if (filters.state === 'done') cases = cases.filter(mine)
  if (filters.state === 'open')
    cases = offRoll(board, stage, member)
      ? []
      : cases.filter((one) => !mine(one) && blockedBy(board, stage, one) === null)
  if (!stage.columns.includes('interviewOrder')) return cases
  return cases.toSorted(
    (a, b) => (a.interviewOrder ?? 1e9) - (b.interviewOrder ?? 1e9) || a.number - b.number
  )
}

async function named(cases: BoardCase[], { q, specialty }: StageFilters) {
  const query = db
    .from('meeting_cases as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .whereIn(
      'c.id',
      cases.map(({ id }) => id)
    )
    .select('c.id')
  if (q)
    query.where((any) =>
      any.where('a.person_name', 'like', containing(q)).orWhere('o.name', 'like', containing(q))
    )
  if (specialty) query.where('a.specialty_name', specialty)
  return new Set((await query).map(({ id }) => Number(id)))
}

/** What a member has done of what is his to do in a stage. */
export async function ownProgress(board: Board, stage: ReviewStage, member: BoardMember | null) {
  const cases = casesFor(board, stage, member)
  return {
    done: cases.filter((one) => isDoneBy(board, stage, one, member?.id ?? null)).length,
    total: cases.length,
  }
}

/** Cases of a stage as its list shows them to one member: the columns the mode names, and his own entries. */
export async function stageRows(
  meeting: Meeting,
  board: Board,
  stage: ReviewStage,
  member: BoardMember | null,
  cases: BoardCase[]
) {
  if (cases.length === 0) return []
  const ids = cases.map(({ id }) => id)
  const rows = await db
    .from('meeting_cases as c')
    .join('applications as a', 'a.id', 'c.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .whereIn('c.id', ids)
    .select(
      'c.*',
      'a.person_name',
      'a.series_name',
      'a.specialty_name',
      'a.title_name',
      'a.acquisition',
      'a.mode',
      'o.name as unit'
    )
  const { ruleset } = await rulesetById(meeting.rulesetId)
  const mine = (table: string) =>
    member
      ? db.from(table).whereIn('case_id', ids).where({ member_id: member.id, stage: stage.id })
      : Promise.resolve([])
  const [scores, advices, opinions] = [
    await mine('scores'),
    await mine('advices'),
    await mine('expert_opinions'),
  ]
  const intentions = await intendedBefore(board, stage, member, ids)
  const tallies = await groupTallies(board, stage, cases)
  const next = board.mode.stages[board.mode.stages.indexOf(stage) + 1]
  const refusals = next
    ? await db
        .from('expert_opinions')
        .whereIn('case_id', ids)
        .where({ stage: next.id, decision: 'not_passed' })
        .orderBy('id')
        .select('case_id', 'text')
    : []
  const returns = new Map(refusals.map((row) => [Number(row.case_id), row.text as string]))
  const assessments = stage.columns.includes('assessment')
    ? await assessmentsOf(board, stage, ids)
    : new Map<number, string>()
  const own = (list: Record<string, unknown>[], id: number) =>
    list.find((row) => row.case_id === id)
  const names = new Map(board.members.map(({ id, name }) => [id, name]))
  const groups = new Map(board.groups.map(({ id, name }) => [id, name]))
  return cases.map((one) => {
    const row = rows.find(({ id }) => id === one.id)!
    const reporting = stage.primitive === 'report'
    const tally =
      parsed(reporting ? (row.plenary_tally ?? row.group_tally) : row.group_tally) ??
      tallies.get(one.id)
    const intended = own(intentions, one.id)
    const blind = stage.blind === true || isBlindFor(board, member, one)
    // while points are given nobody sees what the others gave
    const isOwn = blind || (member !== null && stage.scoredBy === 'each')
    const points = isOwn ? pointsOf(own(scores, one.id)?.total as number) : pointsOf(row.score)
    return {
      id: one.id,
      version: one.version,
      blocked: blockedBy(board, stage, one) ?? offRoll(board, stage, member),
      settled: settledBy(board, stage, one),
      // sent back by the stage after this one, with its reason
      returned: one.progress[stage.id] === false ? (returns.get(one.id) ?? '') : null,
      done: isDoneBy(board, stage, one, member?.id ?? null),
      values: {
        number: blind ? null : row.number,
        name: blind ? null : row.person_name,
        unit: blind ? null : row.unit,
        recommendingUnit: blind ? null : row.unit,
        series: row.series_name,
        specialty: row.specialty_name,
        title: row.title_name,
        qualification: row.title_name,
        reviewType: reviewTypeOf(ruleset, row),
        group: one.groupId ? (groups.get(one.groupId) ?? null) : null,
        lead: one.leadId ? (names.get(one.leadId) ?? null) : null,
        second: one.secondId ? (names.get(one.secondId) ?? null) : null,
        questions: one.questions,
        interviewOrder: row.interview_order,
        room: row.room,
        lessonTitle: row.lesson_title,
        chapter: row.chapter,
        edition: row.edition,
        score: points,
        totalScore: points,
        assessment: assessments.get(one.id) ?? null,
        yes: tally?.yes ?? null,
        no: tally?.no ?? null,
        abstain: tally?.abstain ?? null,
        groupOpinion: row.group_opinion,
        deliberation: row.group_opinion,
        outcome: reporting ? (row.plenary_outcome ?? row.group_outcome) : row.group_outcome,
        remark: row.remark,
      } as Record<string, string | number | null>,
      own: {
        items: (parsed(own(scores, one.id)?.items) ?? null) as Record<string, number> | null,
        choice: (own(advices, one.id)?.choice ?? null) as string | null,
        opinion: (own(advices, one.id)?.opinion ?? own(opinions, one.id)?.text ?? null) as
          string | null,
        decision: (own(opinions, one.id)?.decision ?? null) as string | null,
        // what he meant to vote stands ready to be submitted (HN-07)
        intended: intended && {
          choice: intended.choice as string | null,
          opinion: intended.opinion as string | null,
        },
        // of a secret vote only that he took part is known
        took: member
          ? (board.participated.get(caseKey(stage.id, one.id))?.has(member.id) ?? false)
          : false,
      },
      meetingId: meeting.id,
    }
  })
}

/** A member's provisional votes before a named vote of the same scope; before a secret one none are kept. */
async function intendedBefore(
  board: Board,
  stage: ReviewStage,
  member: BoardMember | null,
  ids: number[]
) {
  if (!member || stage.ballot !== 'named') return []
  const provisional = board.mode.stages
    .slice(0, board.mode.stages.indexOf(stage))
    .findLast(({ primitive, scope }) => primitive === 'provisional_vote' && scope === stage.scope)
  if (!provisional) return []
  return db
    .from('advices')
    .whereIn('case_id', ids)
    .where({ member_id: member.id, stage: provisional.id })
}

/** 评审类型: the way of acquiring the title and the mode of applying, e.g. 评审（正常） (HN-04). */
function reviewTypeOf({ application }: Ruleset, row: { acquisition: string; mode: string }) {
  const label = (options: Option[], value: string) =>
    options.find((each) => each.value === value)?.label ?? ''
  const mode = label(application.modes, row.mode).replace(/申报$/, '')
  return `${label(application.acquisitions, row.acquisition) || '评审'}${mode && `（${mode}）`}`
}

export type StageRow = Awaited<ReturnType<typeof stageRows>>[number]

/** What a switch's page counts: who is through and who is not, by specialty; never how anyone chose. */
export async function switchCounts(
  meetingId: number,
  board: Board,
  stage: ReviewStage,
  groupId: number,
  voting: VotingRules
) {
  const index = board.mode.stages.indexOf(stage)
  const provisional = board.mode.stages
    .slice(0, index)
    .findLast(({ primitive, scope }) => primitive === 'provisional_vote' && scope === stage.scope)
  const vote = board.mode.stages
    .slice(index)
    .find(({ primitive, scope }) => primitive === 'vote' && scope === stage.scope)!
  const opened = board.states.get(stateKey(stage.id, groupId))?.status ?? null
  const secret = vote.ballot === 'secret'
  const roll = secret ? (opened ? (board.rolls.get(vote.id) ?? []) : rollOf(board, stage)) : null
  const members = roll
    ? board.members.filter(({ id }) => roll.includes(id))
    : membersOf(board, stage, groupId)
  const cases = casesOf(board, vote, groupId)
  const given = opened ? (secret ? board.participated : board.submitted) : board.advised
  const counted = opened || !provisional ? vote : provisional
  const isThrough = (id: number) =>
    cases.length > 0 &&
    cases.every((one) => avoids(board, id, one) || given.get(caseKey(counted.id, one.id))?.has(id))
  const waiting = members.filter(({ id }) => !isThrough(id))
  return {
    phase: counted.label,
    voted: members.length - waiting.length,
    notVoted: waiting.length,
    waiting: waiting.map(({ name }) => name),
    opened: opened !== null,
    closed: board.states.get(stateKey(vote.id, 0))?.status === 'closed',
    secret,
    roll: members.length,
    quorum: secret ? quorumOf(board.committeeSize, voting.quorum) : null,
    needed: secret
      ? neededOf(
          voting.base === 'attending' ? members.length : board.committeeSize,
          voting.threshold
        )
      : null,
    bySpecialty: votesBySpecialty(await outcomeCounts(meetingId, groupId), {
      cases,
      specialties: await specialtiesOf(cases),
      due: (one) => members.filter(({ id }) => !avoids(board, id, one)),
      given: (one) => given.get(caseKey(counted.id, one.id)),
    }),
    blocked: scopeBlockedBy(board, stage, groupId),
  }
}

async function specialtiesOf(cases: BoardCase[]) {
  const rows = await db
    .from('applications')
    .whereIn(
      'id',
      cases.map(({ applicationId }) => applicationId)
    )
    .select('id', 'specialty_name')
  return new Map(rows.map((row) => [Number(row.id), row.specialty_name as string]))
}
