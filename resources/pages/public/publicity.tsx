import { Table } from 'antd'
import { PageHead } from '~/ui/page_head'

type Row = { id: number; values: Record<string, string | null> }
type Props = {
  title: string
  organization: string
  startsOn: string
  endsOn: string
  contact: string | null
  fields: string[]
  rows: Row[]
}

const LABELS: Record<string, string> = {
  name: '姓名',
  unit: '工作单位',
  series: '申报系列',
  specialty: '申报专业',
  title: '申报职称',
  level: '级别',
  committee: '评委会',
}

export default function Publicity({
  title,
  organization,
  startsOn,
  endsOn,
  contact,
  fields,
  rows,
}: Props) {
  return (
    <>
      <PageHead title={title} hint={`${organization}　公示时间 ${startsOn} 至 ${endsOn}`} />
      <div className="card">
        <Table<Row>
          size="middle"
          rowKey="id"
          dataSource={rows}
          scroll={{ x: 'max-content' }}
          pagination={
            rows.length > 50 ? { pageSize: 50, showTotal: (total) => `共 ${total} 人` } : false
          }
          columns={[
            {
              key: 'no',
              title: '序号',
              align: 'right',
              className: 'num',
              render: (_, __, index) => index + 1,
            },
            ...fields.map((field) => ({
              key: field,
              title: LABELS[field] ?? '',
              render: (_: unknown, row: Row) => row.values[field] ?? '—',
            })),
          ]}
        />
        <p className="muted" style={{ marginBottom: 0 }}>
          公示期内对公示人员有异议的，可向公示机构实名或匿名反映。
          {contact && `联系方式：${contact}`}
        </p>
      </div>
    </>
  )
}
