import { declareMenu } from '#web/menu'

declareMenu({
  group: '账号管理',
  label: '注册审核',
  path: '/registrations',
  ability: 'accounts.manage',
  order: 62,
})
