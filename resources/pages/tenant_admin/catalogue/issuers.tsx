import { Button, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { ReasonButton } from '~/ui/reason_button'
import { ExportButton } from '~/ui/register/export_button'
import { ImportButton } from '~/ui/register/import_button'
import { SearchSelect } from '~/ui/register/search_select'

type Row = {
  id: number
  code: string
  name: string
  region: string | null
  status: string
  reason: string | null
}
type Props = { filters: Record<string, string>; issuers: Paged<Row> }

export default function Issuers({ filters, issuers }: Props) {
  const [adding, add] = useState(false)
  return (
    <>
      <PageHead
        title="发证单位编码配置"
        hint="编码写入证书编号，一般为机构所属统筹区的后 4 位；一个单位一个编码。"
        actions={
          <>
            <ExportButton path="/catalogue/issuers/export" />
            <ImportButton kind="issuers" />
            <Button type="primary" onClick={() => add(true)}>
              新增编码
            </Button>
          </>
        }
      />
      <div className="card">
        <DataTable<Row>
          exportPath={null}
          name="issuers"
          rowKey="id"
          paged={issuers}
          values={filters}
          filters={[
            { name: 'name', label: '单位名称' },
            { name: 'code', label: '发证单位编码' },
            {
              name: 'status',
              label: '状态',
              options: [
                { value: 'active', label: '正常' },
                { value: 'cancelled', label: '已注销' },
              ],
            },
          ]}
          empty={{
            title: '还没有发证单位编码',
            hint: '点击右上角“新增编码”；没有编码的单位不能生成证书编号。',
          }}
          columns={[
            { key: 'code', title: '发证单位编码', className: 'num', dataIndex: 'code' },
            { key: 'name', title: '单位名称', dataIndex: 'name' },
            {
              key: 'region',
              title: '所属统筹区',
              className: 'num',
              render: (_, row) => row.region ?? '—',
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) =>
                row.status === 'active' ? <Tag color="success">正常</Tag> : <Tag>已注销</Tag>,
            },
            { key: 'reason', title: '注销原因', render: (_, row) => row.reason ?? '—' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.status === 'active' && (
                  <ReasonButton
                    type="link"
                    size="small"
                    danger
                    path={`/catalogue/issuers/${row.id}/cancel`}
                    title={`注销“${row.name}”的编码 ${row.code}？`}
                    label="注销原因"
                    hint="注销后该单位不能再生成证书编号，已生成的编号不变。"
                  >
                    注销
                  </ReasonButton>
                ),
            },
          ]}
        />
      </div>
      <EntryModal
        open={adding}
        title="新增发证单位编码"
        path="/catalogue/issuers"
        onClose={() => add(false)}
      >
        <Form.Item name="organizationId" label="单位名称" rules={must('单位名称', '选择')}>
          <SearchSelect path="/lookup/bodies" />
        </Form.Item>
        <Form.Item
          name="code"
          label="发证单位编码"
          extra="一般为机构所属统筹区后 4 位。"
          rules={must('发证单位编码')}
        >
          <Input maxLength={12} />
        </Form.Item>
      </EntryModal>
    </>
  )
}
