import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({ 'tenant.configure': '规则与门户配置' }, 'system')
declareMenu({
  group: '规则配置',
  label: '规则',
  path: '/rules',
  ability: 'tenant.configure',
  order: 66,
})
