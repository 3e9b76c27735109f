import { COLUMNS, OUTCOMES, RECHECKS } from '#evaluations/words'
import { App, Button, Progress } from 'antd'
import { useState } from 'react'
import { DataTable, type Column } from '../data_table'
import { Link } from '../link'
import { AssignDialog } from './assign'
import { AvoidButton } from './avoid'
import { Bulk } from './bulk'
import { wordOf, type StagePage, type StageRow } from './types'

const NUMBERS = ['number', 'score', 'totalScore', 'yes', 'no', 'abstain', 'interviewOrder']

/** The cases of a stage with the columns the mode names, and what the reader does with each. */
export function CaseTable(props: StagePage & { path: string }) {
  const { stage, rows, path, mine } = props
  const [selected, select] = useState<number[]>([])
  const [assigning, assign] = useState<number[] | 'all' | null>(null)
  const isBulk =
    stage.primitive === 'assign' || stage.primitive === 'confirm' || stage.ballot === 'secret'
  const done = () => {
    select([])
    assign(null)
  }
  return (
    <div className="card">
      <div className="progress-line">
        <b>
          已办 <span className="num">{mine.done}</span> / <span className="num">{mine.total}</span>
        </b>
        <Progress
          aria-label="本环节进度"
          showInfo={false}
          percent={mine.total ? Math.round((100 * mine.done) / mine.total) : 0}
        />
      </div>
      <DataTable<StageRow>
        name={`stage-${stage.id}`}
        rowKey="id"
        paged={rows}
        values={props.filters}
        exportPath={`${path}/export`}
        filters={filtersFor(props)}
        empty={{ title: '还没有参评人员到达这一环节', hint: '前面的环节完成后会显示在这里。' }}
        selection={
          isBulk
            ? {
                selected,
                onChange: select,
                selectable: (row) => !row.blocked && !row.settled && !row.own.took,
              }
            : undefined
        }
        tools={
          stage.primitive === 'assign' ? (
            <>
              <Button
                type="primary"
                disabled={selected.length === 0}
                onClick={() => assign(selected)}
              >
                批量分配{selected.length > 0 && `（${selected.length}）`}
              </Button>
              <Button disabled={props.open === 0} onClick={() => assign('all')}>
                全部分配（{props.open}）
              </Button>
            </>
          ) : (
            isBulk && <Bulk {...props} selected={selected} onDone={done} />
          )
        }
        columns={[
          ...stage.columns.filter((column) => COLUMNS[column]).map((key) => column(key, props)),
          {
            key: 'act',
            title: ['assign', 'score'].includes(stage.primitive) ? '设置' : '办理',
            acts: true,
            render: (_: unknown, row: StageRow) => (
              <RowAct {...props} row={row} onAssign={(ids) => assign(ids)} />
            ),
          },
        ]}
      />
      {assigning && <AssignDialog {...props} path={path} caseIds={assigning} onClose={done} />}
    </div>
  )
}

function filtersFor({ stage, groups, specialties }: StagePage) {
  return [
    ...(stage.blind ? [] : [{ name: 'q', label: '姓名或单位' }]),
    ...(specialties.length > 1
      ? [
          {
            name: 'specialty',
            label: '申报专业',
            options: specialties.map((name) => ({ value: name, label: name })),
          },
        ]
      : []),
    ...(stage.scope === 'plenary' && groups.length > 1
      ? [
          {
            name: 'group',
            label: '组名',
            options: groups.map(({ id, name }) => ({ value: String(id), label: name })),
          },
        ]
      : []),
    {
      name: 'state',
      label: '办理情况',
      options: [
        { value: 'open', label: '待办' },
        { value: 'done', label: '已办' },
      ],
    },
  ]
}

function column(key: string, { stage, meeting }: StagePage): Column<StageRow> {
  return {
    key,
    title: COLUMNS[key],
    className: NUMBERS.includes(key) ? 'num' : undefined,
    render: (_: unknown, row: StageRow) => {
      if (key === 'name')
        return row.values.name === null ? (
          <span className="muted">打分后可见</span>
        ) : meeting.status !== 'in_session' ? (
          // the file is shown while the meeting lasts
          row.values.name
        ) : (
          <Link href={`/expert/meetings/${row.meetingId}/cases/${row.id}`}>{row.values.name}</Link>
        )
      if (key === 'outcome') return OUTCOMES[String(row.values.outcome)] ?? '—'
      if (key === 'vote')
        return row.own.took || (row.done && row.own.choice === null)
          ? stage.forgotten
            ? '已清除'
            : '已投票'
          : (wordOf(stage.primitive, row.own.choice) ?? '—')
      if (key === 'opinion') return row.own.opinion ?? '—'
      if (key === 'result') return RECHECKS[row.own.decision ?? ''] ?? '—'
      if (key === 'questions')
        return row.values.questions ? <Questions values={row.values} /> : '未出题'
      return row.values[key] ?? '—'
    },
  }
}

/** 面试题: in a window of its own, so that it can be read out at the interview (HN-18). */
function Questions({ values }: { values: StageRow['values'] }) {
  const { modal } = App.useApp()
  return (
    <Button
      type="link"
      size="small"
      onClick={() =>
        void modal.info({
          title: `面试题${values.name ? `：${values.name}` : ''}`,
          content: <div style={{ whiteSpace: 'pre-wrap' }}>{values.questions}</div>,
          okText: '关闭',
          width: 'min(640px, 92vw)',
          maskClosable: true,
        })
      }
    >
      查看面试题
    </Button>
  )
}

const WORDS: Record<string, string> = {
  score: '打分',
  questions: '出题',
  recheck: '审核',
  provisional_vote: '拟投票',
  vote: '投票',
  deliberate: '评议',
}

function RowAct(
  props: StagePage & { row: StageRow; path: string; onAssign: (ids: number[]) => void }
) {
  const { stage, row, path, meeting } = props
  return (
    <>
      <RowWork {...props} />
      {stage.who !== 'office' && meeting.status === 'in_session' && !row.own.took && (
        <AvoidButton meetingId={meeting.id} caseId={row.id} name={row.values.name} back={path} />
      )}
    </>
  )
}

function RowWork({
  stage,
  row,
  path,
  onAssign,
}: StagePage & { row: StageRow; path: string; onAssign: (ids: number[]) => void }) {
  if (row.own.took) return <span className="muted">已投票</span>
  if (row.blocked) return <span className="muted">{row.blocked}</span>
  if (stage.primitive === 'assign')
    return row.settled ? (
      <span className="muted">已分配</span>
    ) : (
      <Button type="link" size="small" onClick={() => onAssign([row.id])}>
        {row.done ? '重新分配' : stage.label}
      </Button>
    )
  const final = stage.primitive === 'vote' && row.done
  if (final || row.settled)
    return (
      <span className="muted">
        {row.done ? (stage.forgotten ? '已清除' : '已提交') : row.settled}
      </span>
    )
  return (
    <>
      {row.returned !== null && <span className="badge-warn">被退回</span>}
      <Link href={`${path}/cases/${row.id}`}>
        {stage.primitive === 'confirm'
          ? row.done
            ? '查看'
            : '确认'
          : row.done
            ? '修改'
            : (WORDS[stage.primitive] ?? stage.label)}
      </Link>
    </>
  )
}
