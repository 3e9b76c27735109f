import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({
  'applications.own': '本人申报',
  'applications.read': '查看申报',
})
declareMenu({
  group: '我的申报',
  label: '职称申报',
  path: '/apply',
  ability: 'applications.own',
  order: 10,
})
declareMenu({
  group: '我的申报',
  label: '业绩档案',
  path: '/achievements',
  ability: 'applications.own',
  order: 20,
})
