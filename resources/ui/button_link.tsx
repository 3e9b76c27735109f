import { router } from '@inertiajs/react'
import { Button, type ButtonProps } from 'antd'
import { useUrl } from './site'

/** A link inside the site that looks like a button, one stop for who goes by keyboard. */
export function ButtonLink({ href, ...rest }: ButtonProps & { href: string }) {
  const to = useUrl()(href)
  return (
    <Button
      href={to}
      onClick={(event) => {
        // a new tab or window is the browser's own affair
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        router.visit(to)
      }}
      {...rest}
    />
  )
}
