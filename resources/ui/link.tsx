import { Link as InertiaLink } from '@inertiajs/react'
import type { ComponentProps } from 'react'
import { useUrl } from './site'

/** A link inside the site. */
export function Link({
  href,
  ...rest
}: Omit<ComponentProps<typeof InertiaLink>, 'href'> & { href: string }) {
  return <InertiaLink href={useUrl()(href)} {...rest} />
}
