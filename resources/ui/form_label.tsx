import type { ReactNode } from 'react'
import { useSay } from './words'

/** The label of a form's field in the province's words; what must be filled in is marked by the style sheet, not in its text. */
export function FormLabel({ label, required }: { label: ReactNode; required: boolean }) {
  const say = useSay()
  return <span className={required ? 'must-fill' : undefined}>{say(label)}</span>
}
