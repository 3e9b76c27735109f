import { countTab, type WorkTab } from '#approvals/queries/list_work'
import { reviewDesk } from '#approvals/queries/review_desk'
import { currentRuleset } from '#batches/queries/rulesets'
import type { Actor } from '#web/actor'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'
import { countUpTo } from '#web/paging'
import { declareWaiting } from '#web/waiting'
import { linksToAnswer } from '#approvals/queries/list_links'

declareAbilities({
  'approvals.review': '审核申报',
  'approvals.follow': '申报进度查询',
  'approvals.qualify': '评委会审查申报材料',
  'approvals.rollback': '资格复核回退',
  'approvals.assign': '预分配评委会',
  'approvals.templates': '报盘模板管理',
  'approvals.paths': '审核路径查询',
  'approvals.links': '本机构审核层级维护',
  'approvals.network': '全省审核路径配置',
})
declareMenu(
  {
    group: '申报审核',
    label: '审核申报材料',
    path: '/reviews',
    ability: 'approvals.review',
    order: 20,
  },
  {
    group: '申报审核',
    label: '今年申报材料',
    path: '/cases',
    ability: 'approvals.follow',
    order: 21,
  },
  {
    group: '申报审核',
    label: '办理进度与滞留',
    path: '/stuck',
    ability: 'approvals.follow',
    order: 22,
  },
  {
    group: '申报审核',
    label: '预分配评委会',
    path: '/assignments',
    ability: 'approvals.assign',
    order: 23,
  },
  {
    group: '申报审核',
    label: '评委会审查申报材料',
    path: '/qualification',
    ability: 'approvals.qualify',
    order: 24,
  },
  {
    group: '申报审核',
    label: '报盘模板管理',
    path: '/report-templates',
    ability: 'approvals.templates',
    order: 25,
  },
  {
    group: '申报审核',
    label: '审核路径查询',
    path: '/paths',
    ability: 'approvals.paths',
    order: 29,
  },
  {
    group: '申报审核',
    label: '审核层级维护',
    path: '/path-links',
    ability: 'approvals.links',
    order: 28,
  },
  {
    group: '目录维护',
    label: '审核路径配置',
    path: '/path-network',
    ability: 'approvals.network',
    order: 74,
  }
)

const reviews = { ability: 'approvals.review' }
const onDesk = (tab: WorkTab) => async (actor: Actor) =>
  countTab(actor, tab, await reviewDesk(actor))

declareWaiting(
  {
    ...reviews,
    label: '待审核申报',
    path: '/reviews',
    order: 20,
    count: onDesk('open'),
  },
  {
    ...reviews,
    label: '审核待定',
    path: '/reviews?tab=held',
    order: 21,
    count: onDesk('held'),
  },
  {
    ...reviews,
    label: '上级退回',
    path: '/reviews?tab=back',
    order: 22,
    count: async (actor) =>
      (await currentRuleset()).ruleset.approvals.returnPolicy === 'one_level'
        ? onDesk('back')(actor)
        : 0,
  },
  {
    ability: 'approvals.qualify',
    label: '评委会审查申报材料',
    path: '/qualification',
    order: 24,
    count: (actor) => countTab(actor, 'open', 'qualify'),
  },
  {
    ability: 'approvals.links',
    label: '待确认的审核层级',
    path: '/path-links',
    order: 25,
    count: (actor) => countUpTo(linksToAnswer(actor.organizationId ?? 0)),
  }
)
