import { countOpen } from '#registrations/queries/list_registrations'
import { declareMenu } from '#web/menu'
import { declareWaiting } from '#web/waiting'

declareMenu({
  group: '账号管理',
  label: '注册审核',
  path: '/registrations',
  ability: 'accounts.manage',
  order: 62,
})

declareWaiting({
  ability: 'accounts.manage',
  label: '待审核注册',
  path: '/registrations',
  order: 62,
  count: countOpen,
})
