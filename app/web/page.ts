import type { HttpContext } from '@adonisjs/core/http'
import type { InertiaPages } from '@adonisjs/inertia/types'

/** Answers with a page; its props are checked against the component's own. */
export const page = <Name extends keyof InertiaPages>(
  inertia: HttpContext['inertia'],
  name: Name,
  props: InertiaPages[Name]
) => inertia.render(name as never, props as never)
