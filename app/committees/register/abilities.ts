import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({
  'committees.register': '评委会管理（全省）',
  'committees.read': '评委会查询',
  'committees.transfer': '职称申报转换评委会',
})
declareMenu(
  {
    group: '目录维护',
    label: '评委会管理',
    path: '/committee-register',
    ability: 'committees.register',
    order: 75,
  },
  {
    group: '评委会管理',
    label: '评委会查询',
    path: '/committee-query',
    ability: 'committees.read',
    order: 27,
  },
  {
    group: '监督管理',
    label: '转换评委会',
    path: '/committee-transfer',
    ability: 'committees.transfer',
    order: 85,
  }
)
