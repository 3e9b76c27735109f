import { Button } from 'antd'
import { useState } from 'react'
import type { Change } from '#rules/outcomes'

/** More than this is folded on the screen; paper and export have it all. */
const SHOWN = 2

type Props = { changes: Change[]; aspects: Record<string, string> }

/** What rules decide differently about one application, before beside after. */
export function OutcomeChanges({ changes, aspects }: Props) {
  const [open, setOpen] = useState(false)
  const isLong = changes.length > SHOWN
  return (
    <div className="outcome-changes">
      {isLong && (
        <div className="fold">
          {changes.map(({ aspect }) => aspects[aspect]).join('、')}
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起' : `展开 ${changes.length} 处不同`}
          </Button>
        </div>
      )}
      <ul className={isLong && !open ? 'differences folded' : 'differences'}>
        {changes.map(({ aspect, before, after }) => (
          <li key={aspect}>
            <b>{aspects[aspect]}</b>
            <div className="sides">
              <del>
                {before.said}
                {before.why && <div className="muted">{before.why}</div>}
              </del>
              <ins>
                {after.said}
                {after.why && <div className="muted">{after.why}</div>}
              </ins>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
