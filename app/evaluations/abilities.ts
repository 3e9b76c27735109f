import { currentRuleset } from '#batches/queries/rulesets'
import { kindsOf } from '#evaluations/plans/list_plans'
import {
  countAskedUndos,
  countPreparing,
  countRefusedPlans,
  countSubmittedPlans,
} from '#evaluations/queries/waiting'
import { declareAbilities } from '#web/abilities'
import type { Actor } from '#web/actor'
import { declareMenu } from '#web/menu'
import { declareWaiting } from '#web/waiting'

declareAbilities({
  'meetings.manage': '评审会议管理',
  'plans.manage': '呈报评审方案',
  'plans.review': '审核评审方案',
  'plans.read': '查询评审方案',
  'draws.manage': '抽取评委与面试通知',
  'evaluations.work': '参加评审',
})
const plans = { group: '组织评审', ability: 'plans.review', path: '/plan-reviews', order: 34 }
const reviewsOnlySpecial = async (actor: Actor) => (await kindsOf(actor)).join() === 'special'
const specialLabel = async () =>
  (await currentRuleset()).ruleset.plans.kinds.find(({ id }) => id === 'special')?.label
declareMenu(
  { group: '组织评审', label: '评审方案呈报', path: '/plans', ability: 'plans.manage', order: 31 },
  { group: '组织评审', label: '抽取评委', path: '/draws', ability: 'draws.manage', order: 32 },
  { group: '组织评审', label: '面试通知', path: '/interviews', ability: 'draws.manage', order: 33 },
  {
    ...plans,
    label: '呈报方案审核',
    when: async (actor) => !(await reviewsOnlySpecial(actor)),
  },
  {
    ...plans,
    label: async () => `呈报方案审核（${await specialLabel()}）`,
    when: reviewsOnlySpecial,
  },
  {
    group: '组织评审',
    label: '呈报方案查询',
    path: '/plan-query',
    ability: 'plans.read',
    order: 35,
  },
  {
    group: '组织评审',
    label: '评审会议',
    path: '/meetings',
    ability: 'meetings.manage',
    order: 30,
  },
  { group: '我的评审', label: '评审工作', path: '/expert', ability: 'evaluations.work', order: 12 }
)
declareWaiting(
  {
    ability: 'meetings.manage',
    label: '准备中的评审会议',
    path: '/meetings?status=preparing',
    order: 30,
    count: countPreparing,
  },
  {
    ability: 'meetings.manage',
    label: '待第二人确认的回退',
    path: '/meetings?status=asked_undo',
    order: 30,
    count: countAskedUndos,
  },
  {
    ability: 'plans.manage',
    label: '被退回的评审方案',
    path: '/plans?status=refused',
    order: 31,
    count: countRefusedPlans,
  },
  {
    ability: 'plans.review',
    label: '待审核评审方案',
    path: '/plan-reviews',
    order: 34,
    count: countSubmittedPlans,
  }
)
