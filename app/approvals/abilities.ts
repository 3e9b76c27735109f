import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({
  'approvals.review': '审核申报',
  'approvals.paths': '审核路径查询',
  'approvals.links': '本机构审核层级维护',
  'approvals.network': '全省审核路径配置',
})
declareMenu(
  {
    group: '申报审核',
    label: '审核申报材料',
    path: '/reviews',
    ability: 'approvals.review',
    order: 20,
  },
  {
    group: '申报审核',
    label: '审核路径查询',
    path: '/paths',
    ability: 'approvals.paths',
    order: 29,
  },
  {
    group: '申报审核',
    label: '审核层级维护',
    path: '/path-links',
    ability: 'approvals.links',
    order: 28,
  },
  {
    group: '目录维护',
    label: '审核路径配置',
    path: '/path-network',
    ability: 'approvals.network',
    order: 74,
  }
)
