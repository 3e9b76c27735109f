import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'

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
