import { Button, Table } from 'antd'
import { useState } from 'react'
import { Empty } from '../empty'
import { Link } from '../link'
import { AssignDialog, Bulk } from './bulk'
import { Entry } from './entry'
import { COLUMNS, OUTCOMES, type StagePage, type StageRow } from './types'

/** The cases of a stage with the columns the mode names, and what the reader does with each. */
export function CaseTable(props: StagePage & { path: string }) {
  const { stage, rows } = props
  const [selected, select] = useState<number[]>([])
  const [entering, enter] = useState<StageRow | null>(null)
  const [assigning, assign] = useState<number[] | null>(null)
  const open = rows.filter((row) => row.blocked === null && !row.own.took)
  const isBulk =
    stage.primitive === 'assign' || stage.primitive === 'confirm' || stage.ballot === 'secret'
  return (
    <div className="card">
      {isBulk && (
        <div className="table-tools">
          {stage.primitive === 'assign' ? (
            <Button
              type="primary"
              disabled={selected.length === 0}
              onClick={() => assign(selected)}
            >
              {stage.label}
              {selected.length > 0 && `（${selected.length} 人）`}
            </Button>
          ) : (
            <Bulk
              {...props}
              selected={selected}
              all={open.map(({ id }) => id)}
              onDone={() => select([])}
            />
          )}
        </div>
      )}
      <Table<StageRow>
        rowKey="id"
        size="middle"
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        pagination={
          rows.length > 10
            ? { showSizeChanger: true, showTotal: (total) => `共 ${total} 条` }
            : false
        }
        locale={{ emptyText: <Empty title="还没有参评人员到达这一环节" /> }}
        rowSelection={
          isBulk
            ? {
                selectedRowKeys: selected,
                onChange: (keys) => select(keys.map(Number)),
                getCheckboxProps: (row) => ({ disabled: row.blocked !== null || row.own.took }),
              }
            : undefined
        }
        columns={[
          ...stage.columns
            .filter((column) => COLUMNS[column])
            .map((column) => ({
              key: column,
              title: COLUMNS[column],
              className: ['number', 'score', 'yes', 'no', 'abstain', 'interviewOrder'].includes(
                column
              )
                ? 'num'
                : undefined,
              render: (_: unknown, row: StageRow) =>
                column === 'name' && row.values.name !== null ? (
                  <Link href={`/expert/meetings/${row.meetingId}/cases/${row.id}`}>
                    {row.values.name}
                  </Link>
                ) : column === 'outcome' ? (
                  (OUTCOMES[String(row.values.outcome)] ?? '—')
                ) : (
                  (row.values[column] ?? '—')
                ),
            })),
          {
            key: 'act',
            title: '办理',
            fixed: 'right' as const,
            render: (_: unknown, row: StageRow) => (
              <RowAct {...props} row={row} onEnter={enter} onAssign={assign} />
            ),
          },
        ]}
      />
      {entering && <Entry {...props} row={entering} onClose={() => enter(null)} />}
      {assigning && (
        <AssignDialog
          {...props}
          caseIds={assigning}
          onClose={() => {
            assign(null)
            select([])
          }}
        />
      )}
    </div>
  )
}

const WORDS: Record<string, string> = {
  score: '打分',
  questions: '出题',
  recheck: '复审',
  opinion: '填写意见',
  provisional_vote: '拟投票',
  vote: '投票',
  deliberate: '评议',
}
const SAID: Record<string, string> = {
  yes: '同意',
  no: '反对',
  abstain: '弃权',
  passed: '通过',
  not_passed: '不通过',
}

function RowAct({
  stage,
  row,
  onEnter,
  onAssign,
}: StagePage & {
  row: StageRow
  onEnter: (row: StageRow) => void
  onAssign: (ids: number[]) => void
}) {
  if (row.own.took) return <span className="muted">已投票</span>
  if (row.blocked)
    return (
      <span className="muted" title={row.blocked}>
        {row.blocked}
      </span>
    )
  if (stage.primitive === 'assign')
    return (
      <Button type="link" size="small" onClick={() => onAssign([row.id])}>
        {row.done ? '重新分配' : stage.label}
      </Button>
    )
  if (stage.primitive === 'confirm')
    return row.done ? <span className="muted">已确认</span> : <span>待确认</span>
  const given =
    row.own.choice ??
    row.own.decision ??
    (row.own.items ? '已打分' : row.own.opinion ? '已填写' : null)
  const locked = stage.primitive === 'vote' && row.own.choice !== null
  return (
    <>
      {given && <span className="muted">{SAID[given] ?? given}　</span>}
      {!locked && (
        <Button type="link" size="small" onClick={() => onEnter(row)}>
          {given ? '修改' : (WORDS[stage.primitive] ?? '办理')}
        </Button>
      )}
    </>
  )
}
