import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({ 'staff.read': '查看全部工作人员账号' })
declareAbilities({ 'staff.manage': '开设、停用和重置工作人员账号' }, 'system')
declareAbilities(
  {
    'roles.manage': '岗位权限、授权和登录策略',
    'sessions.manage': '查看和结束登录',
  },
  'security'
)
const group = '安全管理'
declareMenu(
  {
    group: '账号管理',
    label: '全部工作人员',
    path: '/staff',
    ability: 'staff.read',
    order: 62,
  },
  { group, label: '岗位与权限', path: '/roles', ability: 'roles.manage', order: 90 },
  { group, label: '登录管理', path: '/sessions', ability: 'sessions.manage', order: 91 },
  { group: '我的账号', label: '账号安全', path: '/security', ability: 'signed_in', order: 950 }
)
