import { waitingChanges } from '#certificates/changes/list_changes'
import { countCandidates } from '#certificates/queries/list_candidates'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'
import { countUpTo } from '#web/paging'
import { declareWaiting } from '#web/waiting'

declareAbilities({
  'certificates.generate': '生成、撤销和换发电子证书',
  'certificates.read': '证书查询',
})
declareMenu(
  {
    group: '证书文件管理',
    label: '生成电子证书',
    path: '/generate-certificates',
    ability: 'certificates.generate',
    order: 56,
  },
  {
    group: '证书文件管理',
    label: '证书查询',
    path: '/certificates',
    ability: 'certificates.read',
    order: 57,
  },
  {
    group: '证书文件管理',
    label: '证书变更复核',
    path: '/certificate-changes',
    ability: 'certificates.read',
    order: 60,
    when: async (actor) =>
      actor.kind === 'tenant_admin' || actor.abilities.has('certificates.generate'),
  },
  {
    group: '我的申报',
    label: '我的证书',
    path: '/my/certificates',
    ability: 'applications.own',
    order: 11,
  }
)
declareWaiting(
  {
    ability: 'certificates.generate',
    label: '待生成证书',
    path: '/generate-certificates',
    order: 56,
    count: countCandidates,
  },
  {
    ability: 'certificates.read',
    label: '待复核的证书变更',
    path: '/certificate-changes',
    order: 60,
    count: async (actor) =>
      actor.kind === 'tenant_admin' || actor.abilities.has('certificates.generate')
        ? countUpTo(waitingChanges(actor))
        : 0,
  }
)
