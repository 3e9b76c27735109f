import { MEETING_STATUS } from '#evaluations/words'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import type { PlanRow } from '~/ui/plan_words'

type Props = { filters: Record<string, string>; plans: Paged<PlanRow> }

export default function Draws({ filters, plans }: Props) {
  return (
    <>
      <PageHead title="抽取评委" hint="审核通过的线上评审方案，按其专家需求从评委库随机抽取。" />
      <div className="card">
        <DataTable<PlanRow>
          name="draws"
          rowKey="id"
          paged={plans}
          values={filters}
          filters={[
            { name: 'name', label: '评审会议' },
            { name: 'committee', label: '评委会' },
          ]}
          empty={{ title: '没有可以抽取评委的方案', hint: '线上评审的方案审核通过后出现在这里。' }}
          columns={[
            {
              key: 'meeting',
              title: '评审会议',
              render: (_, row) => <Link href={`/draws/${row.id}`}>{row.meeting}</Link>,
            },
            { key: 'committee', title: '评委会', dataIndex: 'committee' },
            { key: 'kind', title: '方案类型', dataIndex: 'kind' },
            {
              key: 'cases',
              title: '参评人员',
              align: 'right',
              className: 'num',
              dataIndex: 'cases',
            },
            { key: 'decidedAt', title: '方案审核时间', className: 'num', dataIndex: 'decidedAt' },
            {
              key: 'status',
              title: '会议状态',
              render: (_, row) => MEETING_STATUS[row.meetingStatus],
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
                  <Link href={`/draws/${row.id}`}>抽取评委</Link>
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
