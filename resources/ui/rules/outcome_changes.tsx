import type { Change } from '#rules/outcomes'

/** What rules decide differently about one application, before beside after. */
export const OutcomeChanges = (props: { changes: Change[]; aspects: Record<string, string> }) => (
  <ul className="differences" style={{ minWidth: 480, maxWidth: 760, whiteSpace: 'normal' }}>
    {props.changes.map(({ aspect, before, after }) => (
      <li key={aspect}>
        <b>{props.aspects[aspect]}</b>
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
)
