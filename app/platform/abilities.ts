import { declareMenu } from '#web/menu'

declareMenu({ group: '运维', label: '租户', path: '/operator', ability: 'operator', order: 1 })
