import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({ 'audit.read': '查看和导出审计日志' }, 'audit')
declareMenu({
  group: '审计管理',
  label: '审计日志',
  path: '/audit',
  ability: 'audit.read',
  order: 92,
})
