import { Button, DatePicker, Descriptions, Form, Input, Modal, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { ReasonButton } from '~/ui/reason_button'
import { ExportButton } from '~/ui/register/export_button'
import { SearchSelect } from '~/ui/register/search_select'

type Row = {
  id: number
  version: number
  name: string
  idNumber: string
  reason: string
  basis: string | null
  startsOn: string
  endsOn: string | null
  status: string
  releaseReason: string | null
  listedBy: string
  listedAt: string
  releasedBy: string | null
  releasedAt: string | null
}
type Props = {
  filters: Record<string, string>
  usual: { startsOn: string; endsOn: string }
  entries: Paged<Row>
}

const STATES: Record<string, [string, string]> = {
  listed: ['生效中', 'error'],
  over: ['已到期', 'default'],
  released: ['已解除', 'default'],
}

export default function Blacklist({ filters, usual, entries }: Props) {
  const [edited, edit] = useState<Row | 'new' | null>(null)
  const [shown, show] = useState<Row | null>(null)
  const known = edited && edited !== 'new' ? edited : null
  const day = (value: unknown) => (dayjs.isDayjs(value) ? value.format('YYYY-MM-DD') : null)
  return (
    <>
      <PageHead
        title="黑名单管理"
        hint="名单内人员在期限内不能申报；期满自动恢复，也可提前解除。"
        actions={
          <>
            <ExportButton path="/blacklist/export" />
            <Button type="primary" onClick={() => edit('new')}>
              新增
            </Button>
          </>
        }
      />
      <div className="card">
        <DataTable<Row>
          exportPath={null}
          name="blacklist"
          rowKey="id"
          paged={entries}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            {
              name: 'status',
              label: '状态',
              options: [
                { value: 'listed', label: '在名单内' },
                { value: 'released', label: '已解除' },
              ],
            },
          ]}
          empty={{
            title: '黑名单中没有人员',
            hint: '点击右上角“新增”，按姓名或身份证号查找人员。',
          }}
          columns={[
            { key: 'name', title: '姓名', dataIndex: 'name' },
            { key: 'idNumber', title: '身份证号', className: 'num', dataIndex: 'idNumber' },
            {
              key: 'reason',
              title: '加入黑名单原因',
              dataIndex: 'reason',
              ellipsis: true,
              width: 280,
            },
            {
              key: 'period',
              title: '期限',
              className: 'num',
              render: (_, row) => `${row.startsOn} 至 ${row.endsOn ?? '解除为止'}`,
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => <Tag color={STATES[row.status][1]}>{STATES[row.status][0]}</Tag>,
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <>
                  <Button type="link" size="small" onClick={() => show(row)}>
                    详情
                  </Button>
                  {row.status !== 'released' && (
                    <>
                      <Button type="link" size="small" onClick={() => edit(row)}>
                        修改
                      </Button>
                      <ReasonButton
                        type="link"
                        size="small"
                        danger
                        path={`/blacklist/${row.id}/release`}
                        title={`解除 ${row.name} 的黑名单？`}
                        label="解除原因"
                        hint="解除后本人即可申报，记录仍保留。"
                      >
                        解除
                      </ReasonButton>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      </div>
      <EntryModal
        open={edited !== null}
        title={known ? `修改 ${known.name} 的黑名单信息` : '加入黑名单'}
        path={known ? `/blacklist/${known.id}` : '/blacklist'}
        initial={
          known
            ? {
                reason: known.reason,
                basis: known.basis,
                startsOn: dayjs(known.startsOn),
                endsOn: known.endsOn ? dayjs(known.endsOn) : null,
              }
            : { startsOn: dayjs(usual.startsOn), endsOn: dayjs(usual.endsOn) }
        }
        body={(values) => ({
          ...values,
          startsOn: day(values.startsOn),
          endsOn: day(values.endsOn),
          version: known?.version,
        })}
        onClose={() => edit(null)}
      >
        {!known && (
          <Form.Item name="personId" label="人员" rules={must('人员', '选择')}>
            <SearchSelect hidden path="/blacklist/people" placeholder="输入姓名或完整身份证号" />
          </Form.Item>
        )}
        <Form.Item name="reason" label="加入黑名单原因" rules={must('原因')}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} showCount />
        </Form.Item>
        <Form.Item name="basis" label="依据（文件或决定文号）">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="startsOn" label="开始日期" rules={must('开始日期', '选择')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="endsOn" label="截止日期" extra="一般为三年；不填则到解除为止。">
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </EntryModal>
      <Modal
        open={shown !== null}
        title={`${shown?.name ?? ''} 的黑名单信息`}
        footer={null}
        onCancel={() => show(null)}
      >
        {shown && <Details row={shown} />}
      </Modal>
    </>
  )
}

const Details = ({ row }: { row: Row }) => (
  <Descriptions
    column={1}
    size="small"
    items={[
      { key: 'name', label: '姓名', children: row.name },
      { key: 'id', label: '身份证号', children: row.idNumber },
      { key: 'status', label: '状态', children: STATES[row.status][0] },
      { key: 'reason', label: '加入原因', children: row.reason },
      { key: 'basis', label: '依据', children: row.basis ?? '—' },
      { key: 'period', label: '期限', children: `${row.startsOn} 至 ${row.endsOn ?? '解除为止'}` },
      { key: 'by', label: '办理', children: `${row.listedBy}，${row.listedAt}` },
      ...(row.status === 'released'
        ? [
            { key: 'release', label: '解除原因', children: row.releaseReason },
            {
              key: 'released',
              label: '解除办理',
              children: `${row.releasedBy}，${row.releasedAt}`,
            },
          ]
        : []),
    ]}
  />
)
