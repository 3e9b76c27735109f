import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({
  'catalogue.manage': '专业、职称、受理机构、发证编码与工作日历维护',
  'blacklist.manage': '黑名单管理',
})
const group = '目录维护'
const ability = 'catalogue.manage'
declareMenu(
  { group, label: '职称专业管理', path: '/catalogue/specialties', ability, order: 70 },
  { group, label: '职称树管理', path: '/catalogue/titles', ability, order: 71 },
  { group, label: '初定/认定受理机构', path: '/catalogue/receivers', ability, order: 72 },
  { group, label: '发证单位编码配置', path: '/catalogue/issuers', ability, order: 73 },
  { group, label: '工作日历', path: '/catalogue/calendar', ability, order: 79 },
  {
    group: '监督管理',
    label: '黑名单管理',
    path: '/blacklist',
    ability: 'blacklist.manage',
    order: 86,
  }
)
