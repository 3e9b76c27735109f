import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { SearchSelect } from '~/ui/register/search_select'
import { StageTag } from '~/ui/stage_tag'
import { WholeTable } from '~/ui/whole_table'

type Option = { value: string; label: string }
type Row = {
  id: number
  code: string
  name: string
  unit: string
  year: number
  series: string | null
  specialty: string | null
  title: string | null
  level: string | null
  stage: string
  committee: string | null
}
type Props = {
  filters: Record<string, string>
  levels: Option[]
  series: Option[]
  years: Option[]
  committees: Option[]
  applications: Paged<Row>
}
type Preview = {
  committee: string
  count: number
  parts: { committee: string; level: string; count: number }[]
}
type Order = { committeeId: number; ids?: number[]; filters?: Record<string, unknown> }

const STAGES: Option[] = [
  { value: 'in_approval', label: '审核中' },
  { value: 'on_hold', label: '审核待定' },
  { value: 'qualified', label: '资格审核通过' },
]

/** Changes the committee of the ticked applications (HU-77) or of all that match (HU-78), after a preview with counts. */
export default function Transfer(props: Props) {
  const { filters, applications } = props
  const [selected, select] = useState<number[]>([])
  const [target, setTarget] = useState<number | null>(null)
  const [order, setOrder] = useState<(Order & Preview) | null>(null)
  const { run, pending } = useCommand<Preview>('/committee-transfer/preview', { reload: false })
  const ask = async (what: Omit<Order, 'committeeId'>) => {
    const done = await run({ ...what, committeeId: target })
    if (done) setOrder({ ...what, ...done.data!, committeeId: target! })
  }
  const all = {
    ...filters,
    ...(filters.committee && { committee: Number(filters.committee) }),
    ...(filters.year && { year: Number(filters.year) }),
  }
  return (
    <>
      <PageHead
        title="职称申报转换评委会"
        hint="申报人选错评委会、退回重审又来不及时使用；已完成的审核保留，其余步骤按新评委会的路径继续。"
      />
      <div className="card">
        <div className="filters">
          <SearchSelect
            path="/lookup/committees"
            placeholder="新评委会：输入关键字查找"
            value={target}
            onChange={(value) => setTarget(value === null ? null : Number(value))}
          />
          <div className="buttons">
            <Button
              type="primary"
              loading={pending}
              disabled={!target || selected.length === 0}
              onClick={() => ask({ ids: selected })}
            >
              下放转换评委会{selected.length > 0 ? `（已选 ${selected.length}）` : ''}
            </Button>
            <Button
              danger
              loading={pending}
              disabled={!target || applications.meta.total === 0}
              onClick={() => ask({ filters: all })}
            >
              {`按查询条件转换（全部 ${applications.meta.total} 份${applications.meta.isMore ? '以上' : ''}）`}
            </Button>
          </div>
        </div>
        <DataTable<Row>
          name="transfer"
          rowKey="id"
          paged={applications}
          values={filters}
          selection={{ selected, onChange: select }}
          filters={[
            { name: 'committee', label: '现评委会', options: props.committees },
            { name: 'year', label: '年度', options: props.years },
            { name: 'level', label: '职称等级', options: props.levels },
            { name: 'series', label: '系列', options: props.series },
            { name: 'stage', label: '状态', options: STAGES },
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '单位' },
          ]}
          empty={{
            title: '没有可以转换评委会的申报',
            hint: '审核中、审核待定和资格审核通过的申报可以转换；进入评审后不能转换。',
          }}
          columns={[
            { key: 'code', title: '申报编号', className: 'num', dataIndex: 'code' },
            { key: 'name', title: '姓名', dataIndex: 'name' },
            { key: 'unit', title: '单位', dataIndex: 'unit' },
            { key: 'year', title: '年度', className: 'num', dataIndex: 'year' },
            { key: 'title', title: '申报职称', render: (_, row) => row.title ?? '—' },
            { key: 'level', title: '等级', render: (_, row) => row.level ?? '—' },
            { key: 'specialty', title: '专业', render: (_, row) => row.specialty ?? '—' },
            { key: 'committee', title: '现评委会', render: (_, row) => row.committee ?? '未选' },
            { key: 'stage', title: '状态', render: (_, row) => <StageTag stage={row.stage} /> },
          ]}
        />
      </div>
      <Confirm order={order} onClose={() => setOrder(null)} />
    </>
  )
}

function Confirm({ order, onClose }: { order: (Order & Preview) | null; onClose: () => void }) {
  return (
    <Modal
      open={order !== null}
      title={`转换到“${order?.committee ?? ''}”`}
      footer={null}
      maskClosable={false}
      destroyOnHidden
      onCancel={onClose}
    >
      {order && order.count === 0 && (
        <Alert type="info" showIcon title="所选申报都已在这个评委会，无需转换。" />
      )}
      {order && order.count > 0 && (
        <>
          <Alert
            showIcon
            type="warning"
            title={`将转换 ${order.count} 份申报${order.ids ? '' : '（查询结果的全部页）'}`}
            description="请核对下面的数量。新评委会不能评审的申报会逐份说明原因并保持不变。"
            style={{ marginBottom: 14 }}
          />
          <WholeTable
            name="transfer-parts"
            size="small"
            rowKey="key"
            rows={order.parts.map((part) => ({ ...part, key: part.committee + part.level }))}
            pageSize={5}
            printable={false}
            columns={[
              { key: 'committee', title: '现评委会', dataIndex: 'committee' },
              { key: 'level', title: '等级', dataIndex: 'level' },
              {
                key: 'count',
                title: '份数',
                dataIndex: 'count',
                align: 'right',
                className: 'num',
              },
            ]}
          />
          <CommandForm
            path="/committee-transfer"
            submit={`确认转换 ${order.count} 份`}
            body={(values) => ({
              committeeId: order.committeeId,
              ids: order.ids,
              filters: order.filters,
              expected: order.count,
              reason: values.reason,
            })}
            onDone={onClose}
            extra={<Button onClick={onClose}>取消</Button>}
          >
            <Form.Item
              name="reason"
              label="转换原因"
              rules={[{ required: true, whitespace: true, message: '请填写转换原因' }]}
            >
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} showCount />
            </Form.Item>
          </CommandForm>
        </>
      )}
    </Modal>
  )
}
