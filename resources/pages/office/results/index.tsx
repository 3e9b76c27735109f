import { Tag } from 'antd'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { PublishButton } from '~/ui/results/publish_button'

type MeetingRow = {
  id: number
  name: string
  committee: string
  status: string
  hasMinutes: boolean
  minutesRequired: boolean
  days: number
  publishers: string[]
  rules: string[]
  waiting: number
  counts: {
    reported: number
    passed: number
    notPassed: number
    inPublicity: number
    objection: number
  }
}
type Props = { filters: Record<string, string>; meetings: Paged<MeetingRow> }

export default function Results({ filters, meetings }: Props) {
  const count = (key: keyof MeetingRow['counts'], title: string) => ({
    key,
    title,
    align: 'right' as const,
    className: 'num',
    render: (_: unknown, row: MeetingRow) => row.counts[key],
  })
  return (
    <>
      <PageHead
        title="评审结果公示"
        hint="评委会上报结果后，由规定的机构公示；公示结束次日起转入结果库。"
      />
      <div className="card">
        <DataTable<MeetingRow>
          name="results"
          rowKey="id"
          paged={meetings}
          values={filters}
          filters={[
            { name: 'name', label: '评审会议' },
            { name: 'committee', label: '评委会' },
            {
              name: 'status',
              label: '会议状态',
              options: [
                { value: 'waiting', label: '待本机构公示' },
                { value: 'reported', label: '已上报结果' },
                { value: 'closed', label: '已关闭' },
              ],
            },
          ]}
          empty={{
            title: '还没有上报的评审结果',
            hint: '评委会在评审会议中上报结果后会出现在这里。',
          }}
          columns={[
            {
              key: 'name',
              title: '评审会议',
              render: (_, row) => <Link href={`/results/${row.id}`}>{row.name}</Link>,
            },
            { key: 'committee', title: '评委会', dataIndex: 'committee' },
            count('reported', '待公示'),
            count('inPublicity', '公示中'),
            count('objection', '异议'),
            count('passed', '通过'),
            count('notPassed', '未通过'),
            {
              key: 'minutes',
              title: '会议纪要',
              render: (_, row) =>
                row.hasMinutes ? '已上传' : row.minutesRequired ? <Tag>待上传</Tag> : '—',
            },
            {
              key: 'publisher',
              title: '公示机构',
              render: (_, row) => (
                <span title={row.rules.join('；')}>{row.publishers.join('、') || '—'}</span>
              ),
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (row.status === 'closed' ? '已关闭' : '已上报结果'),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
                  <Link href={`/results/${row.id}`}>详情</Link>
                  {row.waiting > 0 && (
                    <PublishButton
                      meetingId={row.id}
                      count={row.waiting}
                      days={row.days}
                      size="small"
                      disabled={row.minutesRequired && !row.hasMinutes}
                    />
                  )}
                </div>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
