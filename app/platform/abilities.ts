import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities(
  { 'support.grant': '授权运维人员查看数据', 'province.export': '导出全省数据' },
  'system'
)
declareMenu(
  { group: '运维', label: '租户', path: '/operator', ability: 'operator', order: 1 },
  { group: '运维', label: '运维任务', path: '/operator/tasks', ability: 'operator', order: 2 },
  { group: '运维', label: '队列', path: '/operator/queues', ability: 'operator', order: 3 },
  { group: '运维', label: '账号安全', path: '/operator/security', ability: 'operator', order: 4 },
  {
    group: '规则与门户',
    label: '运维授权与数据导出',
    path: '/support',
    ability: 'support.grant',
    order: 70,
  }
)
