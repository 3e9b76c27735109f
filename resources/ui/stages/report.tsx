import { COLUMNS, OUTCOMES } from '#evaluations/words'
import { Input } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../command_button'
import { DataTable, type Column } from '../data_table'
import { Link } from '../link'
import { useSite } from '../site'
import type { StagePage, StageRow } from './types'

/** 上报评审结果, 投票结果确认 */
export function Report(props: StagePage & { path: string }) {
  const { rows, stage, blocked, meeting, path, filters } = props
  const { actor } = useSite()
  const [remark, setRemark] = useState('同意')
  const [refusal, setRefusal] = useState('不同意')
  const [remarks, setRemarks] = useState<Record<string, string>>({})
  const over = meeting.status !== 'in_session'
  const confirms = stage.subject === 'result'
  const target: Column<StageRow>[] = ['series', 'specialty', 'title']
    .filter((key) => stage.columns.includes(key))
    .map((key) => ({ key, title: COLUMNS[key], render: (_, row) => row.values[key] ?? '—' }))
  const tally: Column<StageRow>[] = (['yes', 'no', 'abstain'] as const).map((key) => ({
    key,
    title: { yes: '同意票数', no: '反对票数', abstain: '弃权票数' }[key],
    align: 'right',
    className: 'num',
    render: (_, row) => row.values[key] ?? '—',
  }))
  return (
    <div className="card">
      {over && <p>评审结果已上报，评委会评审工作结束。</p>}
      <p>
        <Link href={`${actor?.kind === 'expert' ? '/expert' : ''}/meetings/${meeting.id}/results`}>
          按材料、按评委查看投票结果
        </Link>
      </p>
      {!over && (
        <div className="report-remark">
          <label htmlFor="report-remark">通过人员统一评议</label>
          <Input
            id="report-remark"
            maxLength={1000}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
          <label htmlFor="report-refusal">未通过人员统一评议</label>
          <Input
            id="report-refusal"
            maxLength={1000}
            value={refusal}
            onChange={(event) => setRefusal(event.target.value)}
          />
          <span className="muted">没有单独填写评委会评议的人员采用此评议</span>
        </div>
      )}
      <DataTable<StageRow>
        name="stage-report"
        rowKey="id"
        paged={rows}
        values={filters}
        exportPath={`${path}/export`}
        filters={[{ name: 'q', label: '姓名或单位' }]}
        empty={{ title: '还没有评审结果' }}
        tools={
          !over && (
            <CommandButton
              type="primary"
              path={path}
              disabled={blocked !== null}
              body={{ remarks, remark, refusal }}
              confirm={{
                title: `${stage.label}：${confirms ? '确认' : '提交'} ${rows.meta.total} 人的结果？`,
                content: `${confirms ? '确认' : '提交'}后结果不能再改，评委会评审工作结束，为本次会议开设的评审账号停用。`,
              }}
            >
              {confirms ? '确认结果' : '确定提交'}
            </CommandButton>
          )
        }
        columns={[
          { key: 'number', title: '编号', className: 'num', render: (_, row) => row.values.number },
          { key: 'name', title: '姓名', render: (_, row) => row.values.name },
          { key: 'unit', title: '单位名称', render: (_, row) => row.values.unit },
          ...target,
          ...(stage.columns.includes('score')
            ? [
                {
                  key: 'score',
                  title: '得分',
                  align: 'right' as const,
                  className: 'num',
                  render: (_: unknown, row: StageRow) => row.values.score ?? '—',
                },
              ]
            : []),
          ...tally,
          {
            key: 'outcome',
            title: '是否通过',
            render: (_, row) => OUTCOMES[String(row.values.outcome)] ?? '—',
          },
          {
            key: 'remark',
            title: '评委会评议',
            render: (_, row) =>
              over ? (
                (row.values.remark ?? '—')
              ) : (
                <Input
                  aria-label={`${row.values.name}评委会评议`}
                  maxLength={1000}
                  placeholder={row.values.outcome === 'passed' ? remark : refusal}
                  value={remarks[row.id] ?? ''}
                  onChange={(event) => setRemarks({ ...remarks, [row.id]: event.target.value })}
                />
              ),
          },
        ]}
      />
    </div>
  )
}
