import { declareAbilities } from '#web/abilities'

// abilities whose pages belong to later modules are declared with them; these are the tenant's own
declareAbilities({
  'tenant.configure': '规则与门户配置',
})
