import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({ 'batches.manage': '年度批次信息' })
declareMenu({
  group: '评委会管理',
  label: '年度批次',
  path: '/batches',
  ability: 'batches.manage',
  order: 23,
})
