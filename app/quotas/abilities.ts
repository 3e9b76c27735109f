import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'
import { countUpTo } from '#web/paging'
import { declareWaiting } from '#web/waiting'
import { quotasToReview } from '#quotas/queries/list_quotas'

declareAbilities({
  'quotas.apply': '职数申报',
  'quotas.review': '职数审核',
  'quotas.read': '职数申报查询',
})
declareMenu(
  { group: '职数管理', label: '职数申报', path: '/quotas', ability: 'quotas.apply', order: 30 },
  {
    group: '职数管理',
    label: '职数审核',
    path: '/quota-reviews',
    ability: 'quotas.review',
    order: 31,
  },
  {
    group: '职数管理',
    label: '职数申报查询',
    path: '/quota-list',
    ability: 'quotas.read',
    order: 32,
  }
)
declareWaiting({
  ability: 'quotas.review',
  label: '待审核职数',
  path: '/quota-reviews?status=submitted',
  order: 31,
  count: (actor) => countUpTo(quotasToReview(actor, { status: 'submitted' })),
})
