import { countPending } from '#committees/queries/list_experts'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'
import { declareWaiting } from '#web/waiting'

declareAbilities({
  'committees.manage': '授权单位评委会管理',
  'committees.pool': '评委库管理',
  'experts.review': '审核评委材料',
  'experts.own': '完善本人专家信息',
})
declareMenu(
  {
    group: '评委会管理',
    label: '授权单位评委会管理',
    path: '/committees',
    ability: 'committees.manage',
    order: 24,
  },
  {
    group: '评委会管理',
    label: '评委库管理',
    path: '/experts',
    ability: 'committees.pool',
    order: 25,
  },
  {
    group: '评委会管理',
    label: '评委材料审核',
    path: '/expert-reviews',
    ability: 'experts.review',
    order: 26,
  },
  {
    group: '我的评审',
    label: '专家信息',
    path: '/expert-profile',
    ability: 'experts.own',
    order: 13,
  }
)

declareWaiting({
  ability: 'experts.review',
  label: '待审核专家信息',
  path: '/expert-reviews',
  order: 26,
  count: countPending,
})
