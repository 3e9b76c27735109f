import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { CORES } from '~/ui/register/link_modal'
import { ReasonButton } from '~/ui/reason_button'
import { ExportButton } from '~/ui/register/export_button'
import { ImportButton } from '~/ui/register/import_button'
import { SearchSelect } from '~/ui/register/search_select'

type Option = { value: string; label: string }
type Row = {
  id: number
  version: number
  organizationId: number
  name: string
  kind: string
  level: string
  acquisition: string
  printedName: string
  notice: string | null
  contact: string | null
  phone: string | null
  address: string | null
  status: string
  reason: string | null
}
type Props = {
  filters: Record<string, string>
  kinds: Option[]
  levels: Option[]
  acquisitions: Option[]
  receivers: Paged<Row>
}

const STATES: Option[] = [
  { value: 'active', label: '正常' },
  { value: 'cancelled', label: '已注销' },
]
const labelOf = (options: Option[], value: string) =>
  options.find((each) => each.value === value)?.label ?? '—'

export default function Receivers({ filters, kinds, levels, acquisitions, receivers }: Props) {
  const [edited, edit] = useState<Row | 'new' | null>(null)
  return (
    <>
      <PageHead
        title="职称初定/认定受理机构管理"
        hint="受理机构是初定、认定审核路径的终点；打在证书上的机构名称会印在电子证书上。"
        actions={
          <>
            <ExportButton path="/catalogue/receivers/export" />
            <ImportButton kind="receivers" />
            <Button type="primary" onClick={() => edit('new')}>
              新增受理机构
            </Button>
          </>
        }
      />
      <div className="card">
        <DataTable<Row>
          exportPath={null}
          name="receivers"
          rowKey="id"
          paged={receivers}
          values={filters}
          filters={[
            { name: 'name', label: '机构名称' },
            { name: 'kind', label: '机构类型', options: kinds },
            { name: 'level', label: '职称等级', options: levels },
            { name: 'acquisition', label: '取得方式', options: acquisitions },
            { name: 'status', label: '状态', options: STATES },
          ]}
          empty={{
            title: '还没有受理机构',
            hint: '点击右上角“新增受理机构”，或用 Excel 批量导入。',
          }}
          columns={[
            { key: 'name', title: '机构名称', dataIndex: 'name' },
            { key: 'kind', title: '受理节点类型', render: (_, row) => labelOf(kinds, row.kind) },
            { key: 'level', title: '职称等级', render: (_, row) => labelOf(levels, row.level) },
            {
              key: 'acquisition',
              title: '取得方式',
              render: (_, row) => labelOf(acquisitions, row.acquisition),
            },
            { key: 'printedName', title: '打在证书上的机构名称', dataIndex: 'printedName' },
            { key: 'contact', title: '联系人', render: (_, row) => row.contact ?? '—' },
            {
              key: 'notice',
              title: '申报须知',
              render: (_, row) => (row.notice ? '已填写' : <span className="muted">未填写</span>),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.status === 'active' ? (
                  <>
                    <Button type="link" size="small" onClick={() => edit(row)}>
                      编辑
                    </Button>
                    <ReasonButton
                      type="link"
                      size="small"
                      danger
                      path={`/catalogue/receivers/${row.id}/cancel`}
                      title={`注销受理机构“${row.name}”？`}
                      label="注销原因"
                      hint="注销后新的初定、认定申报不再以它为终审机构，已提交的申报不受影响。"
                    >
                      注销
                    </ReasonButton>
                  </>
                ) : (
                  <span className="muted">已注销：{row.reason}</span>
                ),
            },
          ]}
        />
      </div>
      <ReceiverModal
        row={edited}
        levels={levels}
        acquisitions={acquisitions}
        onClose={() => edit(null)}
      />
    </>
  )
}

function ReceiverModal({
  row,
  levels,
  acquisitions,
  onClose,
}: Pick<Props, 'levels' | 'acquisitions'> & { row: Row | 'new' | null; onClose: () => void }) {
  const [form] = Form.useForm()
  const [core, setCore] = useState<string>()
  const known = row && row !== 'new' ? row : null
  return (
    <EntryModal
      open={row !== null}
      wide
      title={known ? '修改受理机构' : '新增受理机构'}
      path={known ? `/catalogue/receivers/${known.id}` : '/catalogue/receivers'}
      form={form}
      initial={known ? { ...known } : undefined}
      body={(values) => ({ ...values, version: known?.version })}
      onClose={onClose}
    >
      {!known && (
        <Form.Item label="受理节点类型">
          <Select
            allowClear
            aria-label="受理节点类型"
            placeholder="不限"
            options={CORES}
            value={core ?? null}
            onChange={(value) => setCore(value ?? undefined)}
          />
        </Form.Item>
      )}
      <Form.Item name="organizationId" label="机构名称" rules={must('机构名称', '选择')}>
        <SearchSelect
          key={core}
          path="/lookup/bodies"
          parameters={{ core }}
          disabled={known !== null}
          known={known ? { value: known.organizationId, label: known.name } : undefined}
          onFound={(found) =>
            found && !form.getFieldValue('printedName')
              ? form.setFieldValue('printedName', found.printedName)
              : undefined
          }
        />
      </Form.Item>
      <Form.Item name="level" label="职称等级" rules={must('职称等级', '选择')}>
        <Select options={levels} disabled={known !== null} />
      </Form.Item>
      <Form.Item name="acquisition" label="取得方式" rules={must('取得方式', '选择')}>
        <Select options={acquisitions} disabled={known !== null} />
      </Form.Item>
      <Form.Item
        name="printedName"
        label="打在证书上的机构名称"
        rules={must('打在证书上的机构名称')}
        extra="印在电子证书的认定机构一栏，请准确填写。"
      >
        <Input maxLength={150} />
      </Form.Item>
      <Form.Item name="contact" label="联系人">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="phone" label="联系电话">
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="address" label="受理地址">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="notice" label="申报须知" className="whole-row">
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} showCount />
      </Form.Item>
    </EntryModal>
  )
}
