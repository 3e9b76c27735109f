import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

declareAbilities({
  'committees.manage': '评委会与评委库管理',
  'meetings.manage': '评审会议管理',
  'plans.review': '审核评审方案',
  'evaluations.work': '参加评审',
})
declareMenu(
  { group: '评审', label: '评审会议', path: '/meetings', ability: 'meetings.manage', order: 30 },
  { group: '我的评审', label: '评审工作', path: '/expert', ability: 'evaluations.work', order: 12 }
)
