import { Head } from '@inertiajs/react'
import type { ReactNode } from 'react'
import { useSite } from './site'
import { useSay } from './words'

interface Props {
  title: string
  hint?: ReactNode
  actions?: ReactNode
}

/** Title of the page, for the eye and for the window. */
export function PageHead({ title: generic, hint, actions }: Props) {
  const { brand } = useSite()
  const say = useSay()
  const title = say(generic)
  return (
    <header className="page-head">
      <Head title={`${title} · ${brand?.shortName ?? '职称评审'}`} />
      <div>
        <h1>{title}</h1>
        {hint && <p>{say(hint)}</p>}
      </div>
      {actions && <div className="actions no-print">{actions}</div>}
    </header>
  )
}
