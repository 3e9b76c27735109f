import db from '@adonisjs/lucid/services/db'
import { CHOICES } from '#evaluations/words'
import { avoids, type Board, type BoardCase } from '#evaluations/board'
import { blockedBy } from '#evaluations/progress'
import type { ReviewStage } from '#province/ruleset'

/** The named votes of a group on a case, for its leader (HN-08); a secret vote has no such list. */
export async function votesOn(board: Board, stage: ReviewStage, one: BoardCase) {
  const vote = board.mode.stages
    .slice(0, board.mode.stages.indexOf(stage))
    .findLast(({ primitive, ballot }) => primitive === 'vote' && ballot === 'named')
  if (!vote) return []
  const names = new Map(board.members.map(({ id, name }) => [id, name]))
  const rows = await db
    .from('advices')
    .where({ case_id: one.id, stage: vote.id, is_final: true })
    .orderBy('member_id')
    .select('member_id', 'choice', 'opinion')
  return rows
    .filter((row) => !avoids(board, Number(row.member_id), one))
    .map((row) => ({
      name: names.get(Number(row.member_id)) ?? '',
      choice: row.choice as string,
      opinion: row.opinion as string | null,
    }))
}

/** The group's named votes by case, once all are in: what its leader reads before he sets the outcome (HN-08). */
export async function groupTallies(board: Board, stage: ReviewStage, cases: BoardCase[]) {
  const tallies = new Map<number, { yes: number; no: number; abstain: number }>()
  if (stage.primitive !== 'deliberate') return tallies
  const due = new Map(
    cases.filter((one) => blockedBy(board, stage, one) === null).map((one) => [one.id, one])
  )
  const votes = await db
    .from('advices')
    .whereIn('case_id', [...due.keys()])
    .whereIn('stage', namedVotes(board, stage))
    .where('is_final', true)
    .select('case_id', 'member_id', 'choice')
  for (const { case_id: id, member_id: member, choice } of votes) {
    if (avoids(board, Number(member), due.get(Number(id))!)) continue
    const tally = tallies.get(Number(id)) ?? { yes: 0, no: 0, abstain: 0 }
    tally[choice as keyof typeof tally]++
    tallies.set(Number(id), tally)
  }
  return tallies
}

const namedVotes = (board: Board, stage: ReviewStage) =>
  board.mode.stages
    .slice(0, board.mode.stages.indexOf(stage))
    .filter(({ primitive, ballot }) => primitive === 'vote' && ballot === 'named')
    .map(({ id }) => id)

/** 评价: the lead reviewer's opinion where the mode asks for one, and what the group wrote with its votes (HN-08). */
export async function assessmentsOf(board: Board, stage: ReviewStage, caseIds: number[]) {
  const before = board.mode.stages.slice(0, board.mode.stages.indexOf(stage))
  const ids = (primitive: string) =>
    before.filter((each) => each.primitive === primitive).map(({ id }) => id)
  const leads = await db
    .from('expert_opinions')
    .whereIn('case_id', caseIds)
    .whereIn('stage', ids('opinion'))
    .orderBy('id')
    .select('case_id', 'member_id', 'text')
  const votes = await db
    .from('advices')
    .whereIn('case_id', caseIds)
    .whereIn('stage', ids('vote'))
    .where('is_final', true)
    .whereNotNull('opinion')
    .orderBy('id')
    .select('case_id', 'member_id', 'choice', 'opinion')
  const cases = new Map(board.cases.map((one) => [one.id, one]))
  const words = new Map<number, Set<string>>()
  const add = (row: Record<string, any>, text: string) => {
    const one = cases.get(Number(row.case_id))
    if (!one || avoids(board, Number(row.member_id), one)) return
    words.set(one.id, (words.get(one.id) ?? new Set()).add(text))
  }
  for (const row of leads) add(row, `主审：${row.text}`)
  for (const row of votes) if (row.opinion !== CHOICES[row.choice]) add(row, row.opinion as string)
  return new Map([...words].map(([id, set]) => [id, [...set].join('；')]))
}
