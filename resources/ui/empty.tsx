import type { ReactNode } from 'react'
import { useSay } from './words'

/** Nothing here: why, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  const say = useSay()
  return (
    <div className="empty">
      <b>{say(title)}</b>
      {say(children)}
    </div>
  )
}
