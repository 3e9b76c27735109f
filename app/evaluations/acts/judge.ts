import { act, changeCase, openCase, stamp, type Act, type Target } from '#evaluations/acts/act'
import { caseKey, membersOf, type BoardCase } from '#evaluations/board'
import { aggregateOf } from '#province/registry'
import type { ScoreItem } from '#province/ruleset'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

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
  act(ctx, target, false, async (acting) => {
    const one = await openCase(acting, input.caseId)
    const { trx, stage, member } = acting
    await assertNotPassedOn(acting, one)
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
    const totals = await trx
      .from('scores')
      .where({ case_id: one.id, stage: stage.id })
      .orderBy('id')
      .select('total')
    const score = aggregateOf(
      ctx.tenant.province,
      stage.aggregate!
    )(totals.map((row) => Number(row.total)))
    await changeCase(trx, one.id, { score })
    return total
  })

/** What follows has been begun by someone: this can't be changed any more. */
async function assertNotPassedOn({ board, stage, trx }: Act, one: BoardCase) {
  const next = board.mode.stages[board.mode.stages.indexOf(stage) + 1]
  const begun =
    next?.primitive === 'confirm'
      ? one.progress[next.id]
      : await trx
          .from('advices')
          .where({ case_id: one.id, stage: next?.id ?? '', is_final: true })
          .first()
  if (begun) throw new Refusal('passed_on', '后续环节已经确认，不能再修改。')
}

/** A signature on the score; a refusal goes one step back (HB-70…72). */
export const confirmScore = (
  ctx: ActorContext,
  target: Target,
  input: { caseIds: number[]; agree: boolean }
) =>
  act(ctx, target, false, async (acting) => {
    const { board, stage, trx } = acting
    const stages = board.mode.stages
    const before = stages[stages.indexOf(stage) - 1]
    for (const caseId of input.caseIds) {
      const one = await openCase(acting, caseId)
      const progress = { ...one.progress }
      if (input.agree) progress[stage.id] = true
      else if (before.primitive === 'confirm') delete progress[before.id]
      else await trx.from('scores').where({ case_id: one.id, stage: before.id }).delete()
      await changeCase(trx, one.id, { progress: JSON.stringify(progress) })
    }
    return input.caseIds.length
  })

/** An opinion, or the re-check of the material (HU-17, HU-21, HN-14). */
export const giveOpinion = (
  ctx: ActorContext,
  target: Target,
  input: { caseId: number; text: string; decision?: 'passed' | 'not_passed' | null }
) =>
  act(ctx, target, false, async (acting) => {
    const one = await openCase(acting, input.caseId)
    if (acting.stage.primitive === 'recheck' && !input.decision)
      throw new Refusal('decision', '请选择复审结果', [
        { field: 'decision', message: '请选择通过或不通过' },
      ])
    await acting.trx
      .insertQuery()
      .table('expert_opinions')
      .knexQuery.insert({
        case_id: one.id,
        member_id: acting.member!.id,
        stage: acting.stage.id,
        decision: input.decision ?? null,
        text: input.text,
        saved_at: stamp(ctx),
      })
      .onConflict(['case_id', 'member_id', 'stage'])
      .merge()
  })

export type Choice = 'yes' | 'no' | 'abstain'

/** Named advice of a member: provisional until the switch opens, then submitted for good (HN-05, HN-07). */
export const advise = (
  ctx: ActorContext,
  target: Target,
  input: { caseId: number; choice: Choice; opinion?: string | null }
) =>
  act(ctx, target, false, async (acting) => {
    const one = await openCase(acting, input.caseId)
    const { stage, trx, member, board } = acting
    const final = stage.primitive === 'vote'
    if (final && board.submitted.get(caseKey(stage.id, one.id))?.has(member!.id))
      throw new Refusal('voted', '您已提交投票，不能修改。')
    if (!final && opened(acting, one))
      throw new Refusal('opened', '投票开关已开启，拟投票不能再修改。')
    const row = {
      case_id: one.id,
      member_id: member!.id,
      stage: stage.id,
      choice: input.choice,
      opinion: input.opinion ?? null,
      is_final: final,
      saved_at: stamp(ctx),
    }
    const insert = trx.insertQuery().table('advices').knexQuery.insert(row)
    await (final ? insert : insert.onConflict(['case_id', 'member_id', 'stage']).merge())
  })

function opened({ board, stage, groupId }: Act, one: BoardCase): boolean {
  const stages = board.mode.stages
  const opening = stages
    .slice(stages.indexOf(stage) + 1)
    .find((each) => each.primitive === 'open_voting' && each.scope === stage.scope)
  const scope = stage.scope === 'group' ? (one.groupId ?? groupId) : 0
  return opening !== undefined && board.states.has(`${opening.id}|${scope}`)
}

/** The leader's word on a case after the group's votes; not passed bars the plenary (HN-08). */
export const deliberate = (
  ctx: ActorContext,
  target: Target,
  input: { caseId: number; outcome: 'passed' | 'not_passed'; opinion: string }
) =>
  act(ctx, target, false, async (acting) => {
    const one = await openCase(acting, input.caseId)
    const { board, trx, stage } = acting
    const voting = board.mode.stages
      .slice(0, board.mode.stages.indexOf(stage))
      .findLast(({ primitive }) => primitive === 'vote')!
    const votes = await trx
      .from('advices')
      .where({ case_id: one.id, stage: voting.id, is_final: true })
      .groupBy('choice')
      .select('choice')
      .count('* as count')
    const of = (choice: Choice) => Number(votes.find((row) => row.choice === choice)?.count ?? 0)
    const roll = membersOf(board, voting, one.groupId ?? 0).length
    const tally = {
      roll,
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
