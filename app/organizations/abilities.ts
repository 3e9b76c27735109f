import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({
  'organizations.manage': '机构管理',
  'accounts.manage': '账号管理',
})
declareMenu(
  {
    group: '机构管理',
    label: '次级机构管理',
    path: '/organizations',
    ability: 'organizations.manage',
    order: 50,
  },
  {
    group: '账号管理',
    label: '工作人员账号',
    path: '/accounts/staff',
    ability: 'accounts.manage',
    order: 60,
  },
  {
    group: '账号管理',
    label: '申报人账号',
    path: '/accounts/applicants',
    ability: 'accounts.manage',
    order: 61,
  }
)
