import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({ 'tenant.configure': '规则与门户配置' }, 'system')
const group = '规则与门户'
const ability = 'tenant.configure'
declareMenu(
  { group, label: '规则', path: '/rules', ability, order: 66 },
  { group, label: '门户设置', path: '/portal/brand', ability, order: 67 },
  { group, label: '通知公告', path: '/portal/notices', ability, order: 68 },
  { group, label: '帮助与下载', path: '/portal/help', ability, order: 69 }
)
