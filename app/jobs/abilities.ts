import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({ 'jobs.manage': '查看和重新执行全部后台任务' })

declareMenu({ group: '系统', label: '后台任务', path: '/jobs', ability: 'jobs.manage', order: 900 })
