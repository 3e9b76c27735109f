import { Tag } from 'antd'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { OBJECTION_SOURCE, OBJECTION_STATUS } from '~/ui/results/objections'

type Row = {
  id: number
  source: string
  status: string
  person: string | null
  publicity: string | null
  dueOn: string
  overdue: boolean
  handler: string | null
  outcome: string | null
  at: string
}
type Props = { filters: Record<string, string>; objections: Paged<Row> }

export default function Objections({ filters, objections }: Props) {
  return (
    <>
      <PageHead
        title="异议办理"
        hint="受理反映，由一人核查、另一人处理；处理后人员转入评审通过人员库或评审未通过人员库，公示未满的继续公示。"
      />
      <div className="card">
        <DataTable<Row>
          name="objections"
          rowKey="id"
          paged={objections}
          values={filters}
          filters={[
            { name: 'name', label: '被反映人' },
            {
              name: 'status',
              label: '办理状态',
              options: [
                { value: 'open', label: '未办结' },
                ...Object.entries(OBJECTION_STATUS).map(([value, [label]]) => ({ value, label })),
              ],
            },
            {
              name: 'source',
              label: '来源',
              options: Object.entries(OBJECTION_SOURCE).map(([value, label]) => ({ value, label })),
            },
          ]}
          empty={{
            title: '没有异议',
            hint: '公众在公示页反映，或您把人员转入异议库后会出现在这里。',
          }}
          columns={[
            {
              key: 'person',
              title: '被反映人',
              render: (_, row) => (
                <Link href={`/objections/${row.id}`}>{row.person ?? '整个名单'}</Link>
              ),
            },
            { key: 'source', title: '来源', render: (_, row) => OBJECTION_SOURCE[row.source] },
            { key: 'publicity', title: '公示', render: (_, row) => row.publicity ?? '—' },
            { key: 'at', title: '收到时间', className: 'num', dataIndex: 'at' },
            {
              key: 'dueOn',
              title: '办理期限',
              className: 'num',
              render: (_, row) =>
                row.overdue ? (
                  <span style={{ color: '#c0392b' }}>{row.dueOn} 已超期</span>
                ) : (
                  row.dueOn
                ),
            },
            { key: 'handler', title: '核查人', render: (_, row) => row.handler ?? '—' },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={OBJECTION_STATUS[row.status][1]} variant="filled">
                  {OBJECTION_STATUS[row.status][0]}
                </Tag>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <Link href={`/objections/${row.id}`}>
                  {['decided', 'dismissed'].includes(row.status) ? '详情' : '办理'}
                </Link>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
