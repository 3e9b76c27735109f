import { Tag } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

type Row = {
  id: number
  title: string
  startsOn: string
  endsOn: string
  people: number
  leads: number
  status: string
}
type Props = { filters: Record<string, string>; publicities: Paged<Row> }

const STATUS: Record<string, [string, string]> = {
  open: ['公示中', 'processing'],
  due: ['已到期', 'warning'],
  closed: ['已结束', 'default'],
}

export default function Publicities({ filters, publicities }: Props) {
  return (
    <>
      <PageHead
        title="公示管理"
        hint="公示到期次日起可把仍在公示期的人员转入结果库；到期后名单自动从门户撤下。"
      />
      <div className="card">
        <DataTable<Row>
          name="publicities"
          rowKey="id"
          paged={publicities}
          values={filters}
          filters={[
            {
              name: 'status',
              label: '状态',
              options: Object.entries(STATUS).map(([value, [label]]) => ({ value, label })),
            },
          ]}
          empty={{ title: '还没有公示', hint: '在“评审结果公示”中对评委会或个人进行公示。' }}
          columns={[
            { key: 'title', title: '公示', dataIndex: 'title' },
            {
              key: 'period',
              title: '公示时间',
              className: 'num',
              render: (_, row) => `${row.startsOn} 至 ${row.endsOn}`,
            },
            {
              key: 'people',
              title: '公示期人数',
              align: 'right',
              className: 'num',
              dataIndex: 'people',
            },
            {
              key: 'leads',
              title: '收到反映',
              align: 'right',
              className: 'num',
              dataIndex: 'leads',
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={STATUS[row.status][1]} variant="filled">
                  {STATUS[row.status][0]}
                </Tag>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.status === 'open' ? (
                  <Link href={`/publicity/${row.id}`}>查看公示</Link>
                ) : row.status === 'due' ? (
                  <CommandButton
                    size="small"
                    type="primary"
                    path={`/publicities/${row.id}/close`}
                    confirm={{
                      title:
                        row.people > 0
                          ? `公示结束，${row.people} 人转入结果库？`
                          : '结束这次公示？名单中已没有公示期人员。',
                      content: '在异议库中的人员不受影响，处理后另行转入。',
                    }}
                  >
                    {row.people > 0 ? '转入结果库' : '结束公示'}
                  </CommandButton>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </div>
    </>
  )
}
