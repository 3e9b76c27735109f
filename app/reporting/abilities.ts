import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({ 'reports.read': '统计' })
declareMenu({
  group: '统计分析',
  label: '申报与评审统计',
  path: '/reports',
  ability: 'reports.read',
  order: 64,
})
