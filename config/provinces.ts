import type { Province } from '#province/define_province'

/** The provinces of this instance: the only place of the core that names one. */
const provinces: (() => Promise<{ default: Province }>)[] = [
  () => import('#plugins/henan/index'),
  () => import('#plugins/hebei/index'),
  () => import('#plugins/hunan/index'),
]

export default provinces
