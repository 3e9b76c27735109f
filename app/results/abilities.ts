import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({ 'results.manage': '评审结果与公示' })
declareMenu({
  group: '评审',
  label: '评审结果与公示',
  path: '/results',
  ability: 'results.manage',
  order: 34,
})
