import type { HttpContext } from '@adonisjs/core/http'
import * as ballot from '#evaluations/acts/ballot'
import * as judge from '#evaluations/acts/judge'
import * as prepare from '#evaluations/acts/prepare'
import { report } from '#evaluations/acts/report'
import { loadBoard, modeOf } from '#evaluations/queries/load_board'
import { stageCases } from '#evaluations/queries/stage_rows'
import * as takes from '#evaluations/validators/acts'
import type { ReviewStage } from '#province/ruleset'
import { actorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

/** Carries out what a person sent for a stage; answers with the words the manuals show. */
export async function perform(ctx: HttpContext): Promise<string> {
  const actor = actorContext(ctx)
  const meetingId = Number(ctx.params.id)
  const { mode } = await modeOf(meetingId)
  const stage = mode.stages.find(({ id }) => id === ctx.params.stage)
  if (!stage) throw new NotFound('没有这个评审环节。')
  const target = { meetingId, stage: stage.id }
  const input = <T>(validator: { validate: unknown }) =>
    ctx.request.validateUsing(validator as never) as Promise<T>
  type Of<V> = V extends { validate(...args: never[]): Promise<infer O> } ? O : never
  const read = <V extends { validate: unknown }>(validator: V) => input<Of<V>>(validator)

  switch (stage.primitive) {
    case 'assign': {
      if (stage.subject === 'leader') {
        await prepare.assignLeader(actor, target, await read(takes.leaderValidator))
        return '设置成功'
      }
      const body = await read(takes.assignValidator)
      const caseIds = body.all ? await allOpen(ctx, meetingId, stage) : (body.caseIds ?? [])
      if (caseIds.length === 0) throw new Refusal('none', '没有需要分配的参评人员。')
      const count = await prepare.assignReviewers(actor, target, { ...body, caseIds })
      return count > 1 ? `设置成功，共 ${count} 人` : '设置成功'
    }
    case 'questions':
      await prepare.setQuestions(actor, target, await read(takes.questionsValidator))
      return '面试题已保存'
    case 'score':
      return `打分已保存，合计 ${(await judge.saveScore(actor, target, await read(takes.scoreValidator))) / 100} 分`
    case 'confirm': {
      if (stage.per === 'scope') {
        await prepare.confirmCriteria(actor, target)
        return '评分标准已确认'
      }
      const body = await read(takes.confirmValidator)
      const caseIds = body.all ? await allOpen(ctx, meetingId, stage) : (body.caseIds ?? [])
      if (caseIds.length === 0) throw new Refusal('none', '没有需要确认的参评人员。')
      const count = await judge.confirmScore(actor, target, { ...body, caseIds })
      return body.agree ? `已确认 ${count} 人` : `已退回 ${count} 人`
    }
    case 'recheck':
    case 'opinion':
      await judge.giveOpinion(actor, target, await read(takes.opinionValidator))
      return '已保存'
    case 'provisional_vote':
      await judge.advise(actor, target, await read(takes.adviceValidator))
      return '拟投票已保存，投票开关开启前可以修改'
    case 'open_voting':
      if (ctx.request.input('close') === true) {
        await ballot.closeVoting(actor, target)
        return '投票已结束，已计票'
      }
      await ballot.openVoting(actor, target)
      return '开启成功'
    case 'vote': {
      if (stage.ballot === 'named') {
        await judge.advise(actor, target, await read(takes.adviceValidator))
        return '投票已提交'
      }
      const body = await read(takes.papersValidator)
      const votes = body.all
        ? (await allOpen(ctx, meetingId, stage)).map((caseId) => ({ caseId, choice: body.all! }))
        : (body.votes ?? [])
      if (votes.length === 0) throw new Refusal('none', '没有待投票的参评人员。')
      const count = await ballot.castPapers(actor, target, { votes }).catch(async (error) => {
        // sent again after a lost answer: the papers are in, their count may have been cut off
        if (error instanceof Refusal && error.code === 'voted')
          await ballot.closeWhenComplete(actor, target)
        throw error
      })
      const closed = await ballot.closeWhenComplete(actor, target)
      return closed ? `已投 ${count} 票，全体评委投票完成，已计票` : `已投 ${count} 票`
    }
    case 'deliberate':
      await judge.deliberate(actor, target, await read(takes.deliberateValidator))
      return '评议结果已提交'
    case 'roll':
      await ballot.fixRoll(actor, target, await read(takes.rollValidator))
      return '票源已确定'
    case 'report': {
      const count = await report(actor, target, await read(takes.reportValidator))
      return `已${stage.subject === 'result' ? '确认' : '上报'} ${count} 人的评审结果，评委会评审工作结束`
    }
  }
}

/** 全部: every case of the stage that still waits for this person. */
async function allOpen(ctx: HttpContext, meetingId: number, stage: ReviewStage) {
  const { board } = await loadBoard(meetingId)
  const member = board.members.find(
    ({ accountId }) => accountId !== null && accountId === ctx.actor!.accountId
  )
  if (!member) return []
  const cases = await stageCases(board, stage, member, { state: 'open' })
  return cases.map(({ id }) => id)
}
