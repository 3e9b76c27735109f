import { currentRuleset } from '#batches/queries/rulesets'
import { endsAtReceivers } from '#results/actions/confirm_titles'
import { mayRecognize } from '#results/actions/recognitions'
import {
  countDuePublicities,
  countFilings,
  countMeetingsToFile,
  countOpenObjections,
  countToPublicise,
} from '#results/queries/waiting'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'
import { declareWaiting } from '#web/waiting'

const results = async () => (await currentRuleset()).ruleset.results
const entry = { group: '评后管理', ability: 'results.manage' }

declareAbilities({
  'results.manage': '评审结果、公示与备案',
  'confirmations.manage': '初定、认定确认',
})
declareMenu(
  { ...entry, label: '评审结果公示', path: '/results', order: 40 },
  { ...entry, label: '公示管理', path: '/publicities', order: 41 },
  { ...entry, label: '评审结果查询', path: '/results/people', order: 42 },
  { ...entry, label: '异议办理', path: '/objections', order: 43 },
  {
    ...entry,
    label: async () => (await results()).filing.label,
    path: '/filings',
    order: 44,
    when: async () => (await results()).filing.required,
  },
  {
    ...entry,
    label: async () => (await results()).recognition?.label ?? '',
    path: '/recognitions',
    order: 45,
    when: mayRecognize,
  },
  {
    group: '评后管理',
    ability: 'confirmations.manage',
    label: '初定、认定确认',
    path: '/confirmations',
    order: 46,
    when: async () => endsAtReceivers((await currentRuleset()).ruleset),
  }
)
declareWaiting(
  {
    ability: entry.ability,
    label: '待公示会议',
    path: '/results?status=waiting',
    order: 40,
    count: countToPublicise,
  },
  {
    ability: entry.ability,
    label: '公示期满待转入',
    path: '/publicities?status=due',
    order: 41,
    count: countDuePublicities,
  },
  {
    ability: entry.ability,
    label: '待处理异议',
    path: '/objections?status=open',
    order: 43,
    count: countOpenObjections,
  },
  {
    ability: entry.ability,
    label: async () => `待申请${(await results()).filing.label}的会议`,
    path: '/filings',
    order: 44,
    count: countMeetingsToFile,
  },
  {
    ability: entry.ability,
    label: async () => `待审核${(await results()).filing.label}`,
    path: '/filings?tab=review&status=applied',
    order: 44,
    count: countFilings,
  }
)
