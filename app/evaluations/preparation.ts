import type { Plan } from '#evaluations/plans/plan'
import { quorumOf } from '#evaluations/tally'
import type { ReviewMode, Ruleset } from '#province/ruleset'

/** Pure: what a meeting needs before it begins. The page shows all of it, starting it asks for what is still missing. */

export interface Preparation {
  meetingId: number
  online: boolean
  mode: ReviewMode
  rules: Pick<Ruleset, 'plans' | 'voting'>
  committeeSize: number
  groups: { id: number; name: string }[]
  /** members and drawn experts */
  members: {
    status: string
    groupId: number | null
    office: string | null
    isLeader: boolean
    isReporter: boolean
    need: number | null
    isDrawn: boolean
  }[]
  cases: { applicationId: number; groupId: number | null }[]
  /** qualified cases that could still come in */
  waiting: number
  plan: Plan | null
}

export interface Check {
  key: 'groups' | 'members' | 'chair' | 'leaders' | 'reporter' | 'cases' | 'plan' | 'sheet'
  label: string
  /** `advised`: the meeting may begin without it, but gets stuck or falls short later */
  state: 'done' | 'missing' | 'advised'
  says: string
  /** where it is done */
  place: { label: string; path: string }
}

type Finding = Pick<Check, 'state' | 'says'>

const done = (says: string): Finding => ({ state: 'done', says })
const missing = (says: string): Finding => ({ state: 'missing', says })
const advised = (says: string): Finding => ({ state: 'advised', says })

/** The list of what is to be prepared, as far as the mode and the rules want it. */
export function preparationChecks(of: Preparation): Check[] {
  const { meetingId, online, mode, rules, plan } = of
  const tab = (key: string, label: string) => ({
    label,
    path: `/meetings/${meetingId}?tab=${key}`,
  })
  const has = (who: string) => mode.stages.some((stage) => stage.who === who)
  const groups = tab('groups', '分组')
  const members = tab('members', '评委')
  const draws = online && rules.plans.draw && plan?.status === 'approved'
  const plans = { label: '评审方案呈报', path: plan ? `/plans/${plan.id}` : '/plans' }
  const rows: [Check['key'], string, boolean, () => Finding, Check['place']][] = [
    ['groups', '分组', online && hasGroupStage(mode), () => groupsOf(of), groups],
    [
      'members',
      '评委',
      online,
      () => membersOf(of),
      draws ? { label: '抽取评委', path: `/draws/${plan.id}` } : members,
    ],
    ['chair', '主任', online && has('chair'), () => chairOf(of), members],
    ['leaders', '组长', online && has('leader') && !appoints(mode), () => leadersOf(of), members],
    ['reporter', '上报人', online && has('reporter'), () => reporterOf(of), members],
    ['cases', '参评材料', true, () => casesOf(of), tab('cases', '参评材料')],
    ['plan', '评审方案', rules.plans.required, () => planOf(of), plans],
    ['sheet', '评分标准', online && needsSheet(mode), () => sheetOf(of), tab('sheet', '评分标准')],
  ]
  return rows
    .filter(([, , wanted]) => wanted)
    .map(([key, label, , find, place]) => ({ key, label, ...find(), place }))
}

export const needsSheet = ({ stages }: ReviewMode) =>
  stages.some(
    (stage) => stage.subject === 'criteria' || (stage.primitive === 'score' && !stage.sheet)
  )

export const confirmsSheet = ({ stages }: ReviewMode) =>
  stages.some(({ subject }) => subject === 'criteria')

const hasGroupStage = ({ stages }: ReviewMode) => stages.some(({ scope }) => scope === 'group')

/** Leaders are named at the meeting itself (HB-67). */
const appoints = ({ stages }: ReviewMode) => stages.some(({ subject }) => subject === 'leader')

const present = ({ members }: Preparation) => members.filter(({ status }) => status === 'active')

/** Groups cannot be made or filled at the meeting: cases of one without members would never get on. */
function groupsOf(of: Preparation): Finding {
  const { groups, cases } = of
  if (groups.length === 0) return missing('还没有分组，专业组的环节无法进行')
  const empty = groups.filter(({ id }) => !present(of).some(({ groupId }) => groupId === id))
  if (empty.length === 0) return done(`${groups.length} 个分组`)
  const says = `${empty.map(({ name }) => name).join('、')}还没有评委`
  return empty.some(({ id }) => cases.some(({ groupId }) => groupId === id))
    ? missing(says)
    : advised(says)
}

/** Members by the draw where the rules draw them; enough for the quorum, for later nobody can be added (R27). */
function membersOf(of: Preparation): Finding {
  const { rules, committeeSize: size, plan } = of
  const count = present(of).length
  if (rules.plans.draw && plan?.status !== 'approved')
    return missing('会议还没有评委（方案审核通过后抽取）')
  if (rules.plans.draw && plan) {
    const fault = drawFault(of, plan)
    if (fault) return missing(fault)
  }
  if (count === 0) return missing('会议还没有评委')
  const { numerator, denominator } = rules.voting.quorum
  const quorum = quorumOf(size, rules.voting.quorum)
  const asked = `评委会 ${size} 人，出席不得少于 ${numerator}/${denominator}，即 ${quorum} 人`
  return count < quorum
    ? advised(`已安排 ${count} 位评委，不足法定人数（${asked}），将不能投票`)
    : done(`已安排 ${count} 位评委（${asked}）`)
}

function drawFault({ members }: Preparation, { needs }: Plan): string | null {
  const drawn = members.filter(({ isDrawn }) => isDrawn)
  const open = drawn.filter(({ status }) => status === 'drawn').length
  if (open > 0) return `还有 ${open} 位抽取的评委没有确认是否参加`
  for (const [index, { count }] of needs.entries()) {
    const coming = drawn.filter(({ status, need }) => status === 'active' && need === index).length
    if (coming < count)
      return `第 ${index + 1} 项专家需求应为 ${count} 人，已确认 ${coming} 人，请继续抽取`
  }
  return null
}

const chairOf = (of: Preparation) =>
  present(of).some(({ office }) => office === 'chair')
    ? done('已指定主任')
    : advised('还没有指定主任，由主任办理的环节无法进行')

function leadersOf(of: Preparation): Finding {
  const without = of.groups.filter(
    ({ id }) => !present(of).some((each) => each.groupId === id && each.isLeader)
  )
  if (of.groups.length === 0) return advised('分组后指定各组组长')
  return without.length > 0
    ? advised(`${without.map(({ name }) => name).join('、')}还没有组长，暂由主任代行`)
    : done('各组已有组长')
}

const reporterOf = (of: Preparation) =>
  present(of).some(({ isReporter }) => isReporter)
    ? done('已指定上报人')
    : advised('还没有指定上报人，评审结果无法上报')

function casesOf({ cases, groups, waiting }: Preparation): Finding {
  if (cases.length === 0) return missing('会议还没有参评材料')
  const open = groups.length > 0 ? cases.filter(({ groupId }) => groupId === null).length : 0
  if (open > 0) return missing(`还有 ${open} 份参评材料没有分组`)
  return waiting > 0
    ? advised(`已加入 ${cases.length} 份，还有 ${waiting} 份审核通过的材料没有加入`)
    : done(`已加入 ${cases.length} 份`)
}

const PLAN_STATES = {
  draft: '评审方案还没有审核通过（编制中）',
  submitted: '评审方案还没有审核通过（待审核）',
  refused: '评审方案还没有审核通过（审核不通过，请修改后重新呈报）',
}

function planOf({ plan, cases }: Preparation): Finding {
  if (!plan?.content && plan?.status !== 'approved')
    return missing('评审方案还没有审核通过（未编制）')
  if (plan.status !== 'approved') return missing(PLAN_STATES[plan.status])
  return joinedLater(plan, cases)
    ? missing('有参评人员不在审核通过的方案中，请撤回方案后重新呈报')
    : done('审核通过')
}

/** Whether someone takes part whom the approved plan does not name. */
export function joinedLater(
  { participants }: Pick<Plan, 'participants'>,
  cases: { applicationId: number }[]
) {
  const planned = new Set(participants)
  return cases.some(({ applicationId }) => !planned.has(applicationId))
}

function sheetOf({ mode, plan }: Preparation): Finding {
  if (!plan?.sheet.length) return missing('还没有设置评分标准')
  if (confirmsSheet(mode) && !plan.sheetSubmittedAt) return missing('评分标准还没有提交')
  return done(`${plan.sheet.length} 个评分项${confirmsSheet(mode) ? '，已提交' : ''}`)
}
