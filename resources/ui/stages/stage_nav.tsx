import { Link } from '../link'
import type { StageFrame } from './types'

/** The stages of the reader's meeting, each with how far he is. */
export function StageNav({ stages, stage, base }: StageFrame & { base: string }) {
  return (
    <ol className="route no-print" style={{ marginBottom: 18 }} aria-label="评审环节">
      {stages.map((each) => (
        <li
          key={each.id}
          data-state={
            each.id === stage.id
              ? 'now'
              : each.total > 0 && each.done === each.total
                ? 'done'
                : undefined
          }
        >
          <Link href={`${base}/${each.id}`} style={{ color: 'inherit' }}>
            {each.label} {each.total > 0 && `${each.done}/${each.total}`}
          </Link>
        </li>
      ))}
    </ol>
  )
}
