import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

// abilities whose pages belong to later modules are declared with them; these are the tenant's own
declareAbilities({
  'tenant.configure': '规则与门户配置',
})

declareMenu({ group: '运维', label: '租户', path: '/operator', ability: 'operator', order: 1 })
