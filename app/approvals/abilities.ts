import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({
  'approvals.review': '审核申报',
  'approvals.paths': '审核路径查询与维护',
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
  }
)
