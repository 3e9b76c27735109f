import { Button, Table, Tag, Upload } from 'antd'
import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

type MeetingRow = {
  id: number
  name: string
  committee: string
  hasMinutes: boolean
  minutesRequired: boolean
  mayUploadMinutes: boolean
  publisher: string | null
  rule: string | null
  mayPublicise: boolean
  counts: {
    reported: number
    passed: number
    notPassed: number
    inPublicity: number
    objection: number
  }
}
type PublicityRow = {
  id: number
  title: string
  startsOn: string
  endsOn: string
  status: string
  over: boolean
}
type Props = { meetings: Paged<MeetingRow>; publicities: PublicityRow[] }

export default function Results({ meetings, publicities }: Props) {
  return (
    <>
      <PageHead
        title="评审结果与公示"
        hint="评委会上报结果后，由规定的机构公示；公示结束次日起转入结果库。"
      />
      <div className="card">
        <h2>评审结果</h2>
        <DataTable<MeetingRow>
          name="results"
          rowKey="id"
          paged={meetings}
          empty={{ title: '还没有上报的评审结果' }}
          columns={[
            {
              key: 'name',
              title: '评审会议',
              render: (_, row) => <Link href={`/results/${row.id}`}>{row.name}</Link>,
            },
            { key: 'committee', title: '评委会', dataIndex: 'committee' },
            {
              key: 'passed',
              title: '通过',
              align: 'right',
              className: 'num',
              render: (_, row) => row.counts.passed,
            },
            {
              key: 'notPassed',
              title: '未通过',
              align: 'right',
              className: 'num',
              render: (_, row) => row.counts.notPassed,
            },
            { key: 'minutes', title: '会议纪要', render: (_, row) => <Minutes row={row} /> },
            { key: 'publisher', title: '公示机构', render: (_, row) => row.publisher ?? '—' },
            {
              key: 'act',
              title: '操作',
              render: (_, row) =>
                row.mayPublicise ? (
                  <CommandButton
                    type="primary"
                    size="small"
                    path={`/results/${row.id}/publicity`}
                    confirm={{
                      title: `公示整个评委会的评审结果？`,
                      content: `${row.counts.reported} 人：通过的进入公示，未通过的转入评审未通过人员管理。${row.rule ?? ''}`,
                    }}
                  >
                    公示
                  </CommandButton>
                ) : (
                  <Link href={`/results/${row.id}`}>人员详情信息</Link>
                ),
            },
          ]}
        />
      </div>
      <div className="card">
        <h2>本机构的公示</h2>
        <Table<PublicityRow>
          size="middle"
          rowKey="id"
          pagination={false}
          dataSource={publicities}
          locale={{ emptyText: <Empty title="还没有公示" /> }}
          columns={[
            { key: 'title', title: '公示', dataIndex: 'title' },
            {
              key: 'period',
              title: '公示时间',
              className: 'num',
              render: (_, row) => `${row.startsOn} 至 ${row.endsOn}`,
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag>{row.status === 'closed' ? '已结束' : row.over ? '已到期' : '公示中'}</Tag>
              ),
            },
            {
              key: 'act',
              title: '操作',
              render: (_, row) =>
                row.status === 'open' && (
                  <CommandButton
                    size="small"
                    disabled={!row.over}
                    path={`/publicities/${row.id}/close`}
                    confirm={{ title: '公示结束，全部转入结果库？' }}
                  >
                    {row.over ? '转入结果库' : `${row.endsOn} 次日起可转入结果库`}
                  </CommandButton>
                ),
            },
          ]}
        />
      </div>
    </>
  )
}

function Minutes({ row }: { row: MeetingRow }) {
  const { run, pending } = useCommand(`/results/${row.id}/minutes`)
  if (row.hasMinutes) return <span>已上传</span>
  if (!row.mayUploadMinutes)
    return <span className="muted">{row.minutesRequired ? '待评委会上传' : '—'}</span>
  return (
    <Upload
      showUploadList={false}
      accept=".pdf,.jpg,.png"
      beforeUpload={(file) => {
        const body = new FormData()
        body.append('file', file)
        void run(body)
        return false
      }}
    >
      <Button size="small" loading={pending}>
        上传会议纪要
      </Button>
    </Upload>
  )
}
