import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import type { PlanRow } from '~/ui/plan_words'

type Props = { filters: Record<string, string>; plans: Paged<PlanRow> }

export default function Notices({ filters, plans }: Props) {
  return (
    <>
      <PageHead title="面试通知" hint="把面试的时间、地点和顺序通知参评人员，也可以打印通知书。" />
      <div className="card">
        <DataTable<PlanRow>
          name="interviews"
          rowKey="id"
          paged={plans}
          values={filters}
          filters={[
            { name: 'name', label: '评审会议' },
            { name: 'committee', label: '评委会' },
          ]}
          empty={{ title: '没有需要通知的评审会议', hint: '线上评审的方案审核通过后出现在这里。' }}
          columns={[
            {
              key: 'meeting',
              title: '评审会议',
              render: (_, row) => <Link href={`/interviews/${row.id}`}>{row.meeting}</Link>,
            },
            { key: 'committee', title: '评委会', dataIndex: 'committee' },
            {
              key: 'cases',
              title: '参评人员',
              align: 'right',
              className: 'num',
              dataIndex: 'cases',
            },
            { key: 'decidedAt', title: '方案审核时间', className: 'num', dataIndex: 'decidedAt' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
                  <Link href={`/interviews/${row.id}`}>面试通知</Link>
                  <Link href={`/plans/${row.id}`}>查询评审方案</Link>
                </div>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
