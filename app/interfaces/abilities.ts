import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({ 'interfaces.manage': '数据接口与令牌' }, 'system')
declareMenu({
  group: '规则与门户',
  label: '数据接口',
  path: '/interfaces',
  ability: 'interfaces.manage',
  order: 71,
})
