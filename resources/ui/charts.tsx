/** Amounts beside each other, longest first; the numbers are text, so that everyone can read them. */
export function Bars({ rows }: { rows: { name: string; value: number; note?: string }[] }) {
  const most = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <dl className="bars">
      {rows.map(({ name, value, note }) => (
        <div key={name}>
          <dt title={name}>{name}</dt>
          <dd>
            <div className="bar" style={{ width: `${(100 * value) / most}%` }} />
          </dd>
          <dd className="num">
            {value}
            {note && <span className="muted"> {note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const TALLEST = 120

/** Amounts over time. */
export function Columns({ rows }: { rows: { name: string; value: number }[] }) {
  const most = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <div className="columns-chart" role="list">
      {rows.map(({ name, value }) => (
        <div key={name} role="listitem">
          <span className="num">{value}</span>
          <i style={{ height: Math.round((TALLEST * value) / most) }} />
          <span className="muted num">{name}</span>
        </div>
      ))}
    </div>
  )
}
