import { Tag } from 'antd'
import type { Difference } from '#rules/compare'
import { FURTHER_PANELS, PANELS } from '#rules/shape/panels'
import { Empty } from '~/ui/empty'

const KINDS = {
  added: ['新增', 'success'],
  removed: ['删除', 'error'],
  changed: ['修改', 'processing'],
  moved: ['调整顺序', 'default'],
} as const

/** What differs between two rulesets, part by part, before beside after. */
export function Differences({ rows, empty }: { rows: Difference[]; empty: string }) {
  if (rows.length === 0) return <Empty title={empty} />
  return (
    <>
      {[...PANELS, ...FURTHER_PANELS]
        .map(({ id, label }) => ({ id, label, own: rows.filter(({ panel }) => panel === id) }))
        .filter(({ own }) => own.length > 0)
        .map(({ id, label, own }) => (
          <section className="card" key={id}>
            <h2>
              {label} <span className="muted">{own.length} 处</span>
            </h2>
            <ul className="differences">
              {own.map((row, index) => (
                <li key={index}>
                  <div>
                    <Tag color={KINDS[row.kind][1]}>{KINDS[row.kind][0]}</Tag>
                    {row.where.slice(1).join(' · ') || label}
                  </div>
                  <div className="sides">
                    {row.before !== null && <del>{row.before}</del>}
                    {row.after !== null && <ins>{row.after}</ins>}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}
