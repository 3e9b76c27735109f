import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import { RefuseDialog } from './bulk'
import type { StageRow } from './types'

export type Points = {
  key: string
  stage: string
  member: string
  items: { label: string; max: number; points: number }[]
  total: string
}

/** Points item by item, for who signs them. */
export function PointsTable({ points }: { points: Points[] }) {
  return points.map((given) => (
    <div className="desk-box" key={given.key}>
      <div className="muted">
        {given.stage}　{given.member}
      </div>
      {given.items.map(({ label, max, points: value }) => (
        <div key={label} style={{ display: 'flex', justifyContent: 'space-between' }}>
          <span>
            {label}（{max} 分）
          </span>
          <b className="num">{value}</b>
        </div>
      ))}
      <div style={{ display: 'flex', justifyContent: 'space-between', marginTop: 6 }}>
        <b>合计</b>
        <b className="num">{given.total}</b>
      </div>
    </div>
  ))
}

interface Props {
  path: string
  row: StageRow
  onSaved: (on: boolean) => void
}

/** A signature on the score of one case, or its way back (HB-70…72). */
export function Sign({ path, row, onSaved }: Props) {
  const { run, pending } = useCommand(path, { reload: false, onDone: () => onSaved(true) })
  const [refusing, refuse] = useState(false)
  const closed = row.blocked ?? row.settled
  if (row.done) return <Alert type="success" showIcon title="已确认" style={{ marginBottom: 12 }} />
  if (closed) return <Alert type="info" showIcon title={closed} style={{ marginBottom: 12 }} />
  return (
    <div className="desk-buttons">
      {row.returned !== null && (
        <Alert
          type="warning"
          showIcon
          title="被退回"
          description={row.returned}
          style={{ width: '100%' }}
        />
      )}
      <Button
        type="primary"
        size="large"
        loading={pending}
        onClick={() => void run({ caseIds: [row.id], agree: true })}
      >
        确认，下一位
      </Button>
      <Button size="large" danger onClick={() => refuse(true)}>
        退回上一步
      </Button>
      {refusing && (
        <RefuseDialog
          path={path}
          caseIds={[row.id]}
          onClose={() => refuse(false)}
          onDone={() => onSaved(true)}
        />
      )}
    </div>
  )
}
