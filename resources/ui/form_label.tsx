import type { ReactNode } from 'react'
import { useSay } from './words'

/** The label of a form's field in the province's words, with the mark of what must be filled in. */
export function FormLabel({ label, required }: { label: ReactNode; required: boolean }) {
  const say = useSay()
  return (
    <>
      {required && (
        <span className="must-mark" aria-hidden>
          *
        </span>
      )}
      {say(label)}
    </>
  )
}
