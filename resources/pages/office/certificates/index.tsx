import { CertificateState, CERTIFICATE_STATES } from '~/ui/certificate_state'
import { DataTable, type Paged } from '~/ui/data_table'
import { LEVELS } from '~/ui/levels'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

type Row = {
  id: number
  number: string
  name: string
  unit: string
  title: string | null
  specialty: string | null
  level: string | null
  issuer: string | null
  issuedOn: string
  status: string
}
type Props = { certificates: Paged<Row>; filters: Record<string, string> }

export default function Certificates({ certificates, filters }: Props) {
  return (
    <>
      <PageHead title="证书查询" hint="本机构生成的证书，以及经本机构申报、审核的人员的证书。" />
      <div className="card">
        <DataTable<Row>
          name="certificates"
          rowKey="id"
          paged={certificates}
          values={filters}
          filters={[
            { name: 'number', label: '证书编号' },
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '工作单位' },
            { name: 'level', label: '级别', options: LEVELS },
            {
              name: 'status',
              label: '状态',
              options: Object.entries(CERTIFICATE_STATES).map(([value, [label]]) => ({
                value,
                label,
              })),
            },
          ]}
          empty={{ title: '还没有证书', hint: '电子证书生成后会出现在这里。' }}
          columns={[
            {
              key: 'number',
              title: '证书编号',
              className: 'num',
              render: (_, row) => <Link href={`/certificates/${row.id}`}>{row.number}</Link>,
            },
            { key: 'name', title: '姓名', dataIndex: 'name' },
            { key: 'unit', title: '工作单位', dataIndex: 'unit' },
            { key: 'title', title: '资格名称', dataIndex: 'title' },
            { key: 'specialty', title: '专业', dataIndex: 'specialty' },
            { key: 'level', title: '级别', dataIndex: 'level' },
            { key: 'issuer', title: '发证机关', render: (_, row) => row.issuer ?? '—' },
            { key: 'issuedOn', title: '发证日期', className: 'num', dataIndex: 'issuedOn' },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => <CertificateState status={row.status} />,
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => <Link href={`/certificates/${row.id}`}>详情</Link>,
            },
          ]}
        />
      </div>
    </>
  )
}
