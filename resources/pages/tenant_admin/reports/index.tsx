import { MEETING_STATUS } from '#evaluations/words'
import { router } from '@inertiajs/react'
import { Button, Progress, Select, Tag } from 'antd'
import type { Group } from '#reporting/queries/counts'
import { Bars, Columns } from '~/ui/charts'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'
import { stageLabel } from '~/ui/stage_tag'
import { WholeTable } from '~/ui/whole_table'

type Props = {
  batch: number
  batches: { value: number; label: string }[]
  stages: { stage: string; total: number }[]
  series: Group[]
  levels: Group[]
  months: { month: string; total: number }[]
  units: Paged<Group>
  waiting: { name: string; open: number; overdue: number; days: number }[]
  meetings: {
    id: number
    name: string
    committee: string
    committeeId: number
    status: string
    cases: number
    reported: number
  }[]
}

const rate = ({ decided, passed }: Group) =>
  decided > 0 ? `${Math.round((1000 * passed) / decided) / 10}%` : '—'

export default function Reports(props: Props) {
  const url = useUrl()
  const { batch, stages, series, levels, months } = props
  const total = stages.reduce((sum, each) => sum + each.total, 0)
  return (
    <>
      <PageHead
        title="申报与评审统计"
        hint="通过情况只统计已经公示的结果。"
        actions={
          <>
            <Select
              aria-label="批次"
              style={{ minWidth: 220 }}
              options={props.batches}
              value={batch || null}
              onChange={(value) => router.get(url('/reports'), { batch: value })}
            />
            <Button onClick={() => window.print()}>打印</Button>
          </>
        }
      />
      {total === 0 && (
        <section className="card">
          <Empty title="这个批次还没有申报">申报开始后这里显示各项数字。</Empty>
        </section>
      )}
      {total > 0 && (
        <div className="report-grid">
          <section className="card">
            <h2>各阶段的申报（共 {total} 件）</h2>
            <Bars
              rows={stages.map((each) => ({ name: stageLabel(each.stage), value: each.total }))}
            />
          </section>
          <section className="card">
            <h2>每月提交</h2>
            <Columns rows={months.map((each) => ({ name: each.month, value: each.total }))} />
          </section>
          <GroupTable title="按系列" rows={series} path={`/reports/${batch}/series`} />
          <GroupTable title="按级别" rows={levels} path={`/reports/${batch}/levels`} />
        </div>
      )}
      <section className="card">
        <h2>在哪里等待办理</h2>
        <WholeTable
          name="report-waiting"
          rowKey="name"
          rows={props.waiting}
          printable={false}
          exportPath={`/reports/${batch}/state/waiting`}
          search={{ label: '机构', text: ({ name }) => name }}
          empty={<Empty title="没有等待办理的申报" />}
          columns={[
            { key: 'name', title: '机构', dataIndex: 'name' },
            { key: 'open', title: '待办', dataIndex: 'open', className: 'num', align: 'right' },
            {
              key: 'overdue',
              title: '已超期',
              className: 'num',
              align: 'right',
              render: (_, row) => (row.overdue > 0 ? <Tag color="error">{row.overdue}</Tag> : '0'),
            },
            {
              key: 'days',
              title: '最长已等待',
              className: 'num',
              align: 'right',
              render: (_, row) => `${row.days} 天`,
            },
          ]}
        />
      </section>
      <section className="card">
        <h2>评审会议进度</h2>
        <WholeTable
          name="report-meetings"
          rowKey="id"
          rows={props.meetings}
          pageSize={10}
          printable={false}
          exportPath={`/reports/${batch}/state/meetings`}
          search={{ label: '会议或评委会', text: (row) => `${row.name} ${row.committee}` }}
          empty={<Empty title="还没有评审会议" />}
          columns={[
            { key: 'name', title: '会议', dataIndex: 'name' },
            { key: 'committee', title: '评委会', dataIndex: 'committee' },
            { key: 'status', title: '状态', render: (_, row) => MEETING_STATUS[row.status] ?? '—' },
            {
              key: 'reported',
              title: '已上报 / 参评',
              render: (_, row) => (
                <>
                  <span className="num">
                    {row.reported} / {row.cases}
                  </span>
                  <Progress
                    size="small"
                    showInfo={false}
                    percent={row.cases > 0 ? (100 * row.reported) / row.cases : 0}
                    aria-label={`${row.name}的进度`}
                  />
                </>
              ),
            },
            {
              key: 'act',
              title: '监督检查',
              acts: true,
              render: (_, row) => (
                <CommandButton size="small" path={`/reports/committees/${row.committeeId}/pack`}>
                  汇集评委会材料
                </CommandButton>
              ),
            },
          ]}
        />
      </section>
      <section className="card">
        <h2>按单位</h2>
        <DataTable<Group>
          exportPath={`/reports/${batch}/units`}
          name="report-units"
          rowKey="name"
          paged={props.units}
          keep={{ batch: String(batch) }}
          empty={{ title: '还没有申报' }}
          columns={[
            { key: 'name', title: '单位', dataIndex: 'name' },
            { key: 'total', title: '申报', className: 'num', align: 'right', dataIndex: 'total' },
            {
              key: 'decided',
              title: '已有结果',
              className: 'num',
              align: 'right',
              dataIndex: 'decided',
            },
            { key: 'passed', title: '通过', className: 'num', align: 'right', dataIndex: 'passed' },
            {
              key: 'rate',
              title: '通过率',
              className: 'num',
              align: 'right',
              render: (_, row) => rate(row),
            },
          ]}
        />
      </section>
    </>
  )
}

function GroupTable(props: { title: string; rows: Group[]; path: string }) {
  return (
    <section className="card">
      <h2>{props.title}</h2>
      <WholeTable<Group>
        name={`report${props.title}`}
        size="small"
        rowKey="name"
        rows={props.rows}
        pageSize={10}
        printable={false}
        exportPath={props.path}
        columns={[
          { key: 'name', title: '名称', dataIndex: 'name' },
          { key: 'total', title: '申报', dataIndex: 'total', className: 'num', align: 'right' },
          {
            key: 'decided',
            title: '已有结果',
            dataIndex: 'decided',
            className: 'num',
            align: 'right',
          },
          { key: 'passed', title: '通过', dataIndex: 'passed', className: 'num', align: 'right' },
          {
            key: 'rate',
            title: '通过率',
            className: 'num',
            align: 'right',
            render: (_, row) => rate(row),
          },
        ]}
      />
    </section>
  )
}
