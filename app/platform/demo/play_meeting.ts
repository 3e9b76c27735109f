import db from '@adonisjs/lucid/services/db'
import * as ballot from '#evaluations/acts/ballot'
import * as judge from '#evaluations/acts/judge'
import * as prepare from '#evaluations/acts/prepare'
import { report } from '#evaluations/acts/report'
import { signPledge } from '#evaluations/actions/sign_pledge'
import { casesOf, membersOf, scopesOf, type Board, type BoardMember } from '#evaluations/board'
import { loadBoard } from '#evaluations/queries/load_board'
import Account from '#identity/models/account'
import { demoNow } from '#platform/demo/clock'
import { as } from '#platform/demo/drive'
import type { ReviewStage, ScoreItem } from '#province/ruleset'
import { systemContext, type ActorContext } from '#web/actor'

/** How the members of a played meeting choose; everyone agrees unless told otherwise. */
export interface Play {
  choice?: (caseId: number, memberId: number) => judge.Choice
  /** begins with this stage */
  from?: string
  /** stops before this stage */
  until?: string
}

/** Plays a meeting in session through its mode with the real acts of its members, stage by stage. */
export async function playMeeting(meetingId: number, play: Play = {}) {
  const { board: start } = await loadBoard(meetingId)
  for (const member of start.members.filter(({ pledged }) => !pledged))
    await signPledge(await contextOf(start, member), { meetingId })
  const first = Math.max(
    0,
    start.mode.stages.findIndex(({ id }) => id === play.from)
  )
  for (const stage of start.mode.stages.slice(first)) {
    if (stage.id === play.until) return
    const { board } = await loadBoard(meetingId)
    for (const groupId of scopesOf(board, stage))
      await playStage({ meetingId, stage: stage.id, groupId }, board, stage, groupId, play)
  }
}

interface Where {
  meetingId: number
  stage: string
  groupId: number
}

async function playStage(
  where: Where,
  board: Board,
  stage: ReviewStage,
  groupId: number,
  play: Play
) {
  const cases = casesOf(board, stage, groupId)
  const members = membersOf(board, stage, groupId)
  const one = (holds: (member: BoardMember) => boolean) =>
    contextOf(board, board.members.find(holds))
  const chair = () => one(({ office }) => office === 'chair')
  const leader = () => one((member) => member.isLeader && member.groupId === groupId)
  const who = () =>
    stage.who === 'office'
      ? Promise.resolve(systemContext('演示数据', demoNow))
      : stage.who === 'chair'
        ? chair()
        : leader()
  const choose = play.choice ?? (() => 'yes' as const)
  switch (stage.primitive) {
    case 'assign': {
      if (stage.subject === 'leader') {
        for (const group of board.groups)
          await prepare.assignLeader(await chair(), where, {
            groupId: group.id,
            memberId: board.members.find((member) => member.groupId === group.id)!.id,
          })
        return
      }
      const [lead, second] = members.filter(({ isLeader }) => !isLeader || members.length < 3)
      await prepare.assignReviewers(await leader(), where, {
        caseIds: cases.map(({ id }) => id),
        leadId: lead.id,
        secondId: stage.subject === 'second' ? (second ?? members[0]).id : null,
      })
      return
    }
    case 'questions':
      for (const each of cases)
        await prepare.setQuestions(await one(({ id }) => id === each.leadId), where, {
          caseId: each.id,
          text: '请结合教学实践谈谈您的做法。',
        })
      return
    case 'score':
      for (const each of cases)
        for (const member of stage.scoredBy === 'lead'
          ? members.filter(({ id }) => id === each.leadId)
          : members)
          await judge.saveScore(await contextOf(board, member), where, {
            caseId: each.id,
            items: await points(where.meetingId, stage),
          })
      return
    case 'confirm':
      if (stage.per === 'scope') return void (await prepare.confirmCriteria(await chair(), where))
      for (const each of cases) {
        const ctx =
          stage.who === 'second' ? await one(({ id }) => id === each.secondId) : await who()
        await judge.confirmScore(ctx, where, { caseIds: [each.id], agree: true })
      }
      return
    case 'recheck':
    case 'opinion':
      for (const each of cases)
        for (const member of stage.who === 'lead'
          ? members.filter(({ id }) => id === each.leadId)
          : members)
          await judge.giveOpinion(await contextOf(board, member), where, {
            caseId: each.id,
            text: '材料真实，业绩突出，同意。',
            decision: stage.primitive === 'recheck' ? 'passed' : null,
          })
      return
    case 'provisional_vote':
      for (const each of cases)
        for (const member of members)
          await judge.advise(await contextOf(board, member), where, {
            caseId: each.id,
            choice: choose(each.id, member.id),
            opinion: '同意',
          })
      return
    case 'roll':
      return void (await ballot.fixRoll(await who(), where, {
        memberIds: members.map(({ id }) => id),
      }))
    case 'open_voting':
      return void (await ballot.openVoting(await who(), where))
    case 'vote':
      for (const member of members) {
        const ctx = await contextOf(board, member)
        if (stage.ballot === 'named')
          for (const each of cases)
            await judge.advise(ctx, where, { caseId: each.id, choice: choose(each.id, member.id) })
        else {
          await ballot.castPapers(ctx, where, {
            votes: cases.map(({ id }) => ({ caseId: id, choice: choose(id, member.id) })),
          })
          await ballot.closeWhenComplete(ctx, where)
        }
      }
      return
    case 'deliberate':
      for (const each of cases)
        await judge.deliberate(await leader(), where, {
          caseId: each.id,
          outcome: 'passed',
          opinion: '同意',
        })
      return
    case 'report': {
      const ctx = stage.who === 'reporter' ? await one(({ isReporter }) => isReporter) : await who()
      await report(ctx, where, { remarks: {} })
    }
  }
}

async function contextOf(_board: Board, member: BoardMember | undefined): Promise<ActorContext> {
  if (!member?.accountId) throw new Error('the meeting lacks a member for this stage')
  return as(await Account.findOrFail(member.accountId))
}

async function points(meetingId: number, stage: ReviewStage): Promise<Record<string, number>> {
  const plan = stage.sheet
    ? null
    : await db.from('plans').where('meeting_id', meetingId).firstOrFail()
  const sheet: ScoreItem[] =
    stage.sheet ?? (typeof plan.sheet === 'string' ? JSON.parse(plan.sheet) : plan.sheet)
  return Object.fromEntries(sheet.map(({ id, max }) => [id, Math.round(max * 0.86)]))
}
