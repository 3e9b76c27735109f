import {
  act,
  changeCase,
  once,
  openCase,
  stamp,
  type Act,
  type Target,
} from '#evaluations/acts/act'
import { avoids, caseKey, judgesOf, type BoardCase } from '#evaluations/board'
import { offRoll } from '#evaluations/progress'
import { leadsToSecretVote } from '#evaluations/undo'
import { aggregateOf } from '#province/registry'
import type { ScoreItem } from '#province/ruleset'
import type { ActorContext } from '#web/actor'
import { Forbidden, Refusal } from '#web/refusal'

export interface ScoreInput {
  caseId: number
  /** item → points with at most two decimals */
  items: Record<string, number>
  remark?: string | null
}

/** The sheet of a score stage: its own, or the meeting's confirmed standard. */
export async function sheetOf({
  trx,
  stage,
  meeting,
}: Pick<Act, 'trx' | 'stage' | 'meeting'>): Promise<ScoreItem[]> {
  if (stage.sheet) return stage.sheet
  const plan = await trx.from('plans').where('meeting_id', meeting.id).first()
  return (typeof plan?.sheet === 'string' ? JSON.parse(plan.sheet) : plan?.sheet) ?? []
}

/** Points for a case; changeable until the next stage has begun (HN-13, HN-18, HU-18, HU-19, HB-69). */
export const saveScore = (ctx: ActorContext, target: Target, input: ScoreInput) =>
  act(ctx, target, [input.caseId], async (acting) => {
    const one = openCase(acting, input.caseId)
    const { trx, stage, member } = acting
    const sheet = await sheetOf(acting)
    const errors = sheet.flatMap(({ id, label, max }) => {
      const points = input.items[id]
      const sound =
        typeof points === 'number' &&
        points >= 0 &&
        points <= max &&
        Number.isInteger(Math.round(points * 1e4) / 100)
      return sound
        ? []
        : [{ field: `items.${id}`, message: `“${label}”应为 0 至 ${max} 分，最多两位小数` }]
    })
    if (errors.length > 0) throw new Refusal('score', '请更正分数。', errors)
    const total = sheet.reduce((sum, { id }) => sum + Math.round(input.items[id] * 100), 0)
    await trx
      .insertQuery()
      .table('scores')
      .knexQuery.insert({
        case_id: one.id,
        member_id: member!.id,
        stage: stage.id,
        items: JSON.stringify(input.items),
        total,
        remark: input.remark ?? null,
        saved_at: stamp(ctx),
      })
      .onConflict(['case_id', 'member_id', 'stage'])
      .merge()
    const progress = { ...one.progress }
    delete progress[stage.id]
    await changeCase(trx, one.id, {
      score: await scoreOf(acting, one),
      progress: JSON.stringify(progress),
    })
    return total
  })

/**
 * A case's score in hundredths: what each score stage gives, added up; the sheets' maxima are the weights. Points of a
 * member who left later stand, those of one who avoids the case do not.
 */
export async function scoreOf(
  { trx, board, ctx }: Pick<Act, 'trx' | 'board' | 'ctx'>,
  one: BoardCase
): Promise<number | null> {
  const rows = await trx
    .from('scores')
    .where('case_id', one.id)
    .orderBy('id')
    .select('stage', 'member_id', 'total')
  let score: number | null = null
  for (const stage of board.mode.stages) {
    const counts = (id: number) =>
      stage.scoredBy === 'lead' ? id === one.leadId : !avoids(board, id, one)
    const totals = rows
      .filter((row) => row.stage === stage.id && counts(Number(row.member_id)))
      .map((row) => Number(row.total))
    if (totals.length > 0)
      score = (score ?? 0) + aggregateOf(ctx.tenant.province, stage.aggregate!)(totals)
  }
  return score
}

/** A signature on the score; a refusal goes one step back, and what stood there is kept to be mended (HB-70…72). */
export const confirmScore = (
  ctx: ActorContext,
  target: Target,
  input: { caseIds: number[]; agree: boolean; reason?: string | null }
) =>
  act(ctx, target, input.caseIds, async (acting) => {
    const { board, stage, trx, member } = acting
    const before = board.mode.stages[board.mode.stages.indexOf(stage) - 1]
    if (!input.agree && !input.reason)
      throw new Refusal('reason', '请填写退回原因', [
        { field: 'reason', message: '请说明需要修改的内容' },
      ])
    for (const caseId of input.caseIds) {
      const one = openCase(acting, caseId)
      const progress = { ...one.progress, [input.agree ? stage.id : before.id]: input.agree }
      if (!input.agree) delete progress[stage.id]
      await changeCase(trx, one.id, { progress: JSON.stringify(progress) })
      if (!input.agree)
        await keepOpinion(acting, one, {
          text: input.reason!,
          decision: 'not_passed',
          member: member!.id,
        })
    }
    return input.caseIds.length
  })

/** An opinion, or the re-check of the material (HU-17, HU-21, HN-14). */
export const giveOpinion = (
  ctx: ActorContext,
  target: Target,
  input: { caseId: number; text: string; decision?: 'passed' | 'not_passed' | null }
) =>
  act(ctx, target, [input.caseId], async (acting) => {
    const one = openCase(acting, input.caseId)
    const off = offRoll(acting.board, acting.stage, acting.member)
    if (off) throw new Forbidden(off)
    if (acting.stage.primitive === 'recheck' && !input.decision)
      throw new Refusal('decision', '请选择复审结果', [
        { field: 'decision', message: '请选择通过或不通过' },
      ])
    await keepOpinion(acting, one, {
      text: input.text,
      decision: input.decision ?? null,
      member: acting.member!.id,
    })
  })

const keepOpinion = (
  { trx, stage, ctx }: Act,
  one: BoardCase,
  opinion: { text: string; decision: string | null; member: number }
) =>
  trx
    .insertQuery()
    .table('expert_opinions')
    .knexQuery.insert({
      case_id: one.id,
      member_id: opinion.member,
      stage: stage.id,
      decision: opinion.decision,
      text: opinion.text,
      saved_at: stamp(ctx),
    })
    .onConflict(['case_id', 'member_id', 'stage'])
    .merge()

export type Choice = 'yes' | 'no' | 'abstain'

/**
 * Named advice of a member: provisional until the switch opens, then submitted for good (HN-05, HN-07). Before a secret
 * vote it is a choice alone: what was written would tell it, and go with it (ADR 10).
 */
export const advise = (
  ctx: ActorContext,
  target: Target,
  input: { caseId: number; choice: Choice; opinion?: string | null }
) =>
  act(ctx, target, [input.caseId], async (acting) => {
    const one = openCase(acting, input.caseId)
    const { stage, trx, member, board } = acting
    const final = stage.primitive === 'vote'
    if (final && board.submitted.get(caseKey(stage.id, one.id))?.has(member!.id))
      throw new Refusal('voted', '您已提交投票，不能修改。')
    const row = {
      case_id: one.id,
      member_id: member!.id,
      stage: stage.id,
      choice: input.choice,
      opinion: leadsToSecretVote(board.mode, stage) ? null : (input.opinion ?? null),
      is_final: final,
      saved_at: stamp(ctx),
    }
    const insert = trx.insertQuery().table('advices').knexQuery.insert(row)
    if (final) await once(insert, 'voted', '您已提交投票，不能修改。')
    else await insert.onConflict(['case_id', 'member_id', 'stage']).merge()
  })

/** The leader's word on a case after the group's votes; not passed bars the plenary (HN-08). */
export const deliberate = (
  ctx: ActorContext,
  target: Target,
  input: { caseId: number; outcome: 'passed' | 'not_passed'; opinion: string }
) =>
  act(ctx, target, [input.caseId], async (acting) => {
    const one = openCase(acting, input.caseId)
    const { board, trx, stage } = acting
    const voting = board.mode.stages
      .slice(0, board.mode.stages.indexOf(stage))
      .findLast(({ primitive }) => primitive === 'vote')!
    const votes = await trx
      .from('advices')
      .where({ case_id: one.id, stage: voting.id, is_final: true })
      .select('choice', 'member_id')
    // a vote given before its member left counts; one of a member who avoids the case does not
    const counted = votes.filter((row) => !avoids(board, Number(row.member_id), one))
    const of = (choice: Choice) => counted.filter((row) => row.choice === choice).length
    const roll = new Set([
      ...judgesOf(board, voting, one).map(({ id }) => id),
      ...counted.map((row) => Number(row.member_id)),
    ])
    const tally = {
      roll: roll.size,
      cast: of('yes') + of('no') + of('abstain'),
      yes: of('yes'),
      no: of('no'),
      abstain: of('abstain'),
    }
    await changeCase(trx, one.id, {
      group_outcome: input.outcome,
      group_opinion: input.opinion,
      group_tally: JSON.stringify(tally),
    })
  })
