import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Captcha } from '~/ui/captcha'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { LeadFiles } from '~/ui/results/lead_files'

type Row = { id: number; values: Record<string, string | null> }
type Props = {
  id: number
  title: string
  organization: string
  startsOn: string
  endsOn: string
  contact: string | null
  fields: string[]
  filters: Record<string, string>
  people: Paged<Row>
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

export default function Publicity(props: Props) {
  const { id, title, organization, startsOn, endsOn, contact, fields, filters, people } = props
  const [telling, tell] = useState<{ row: Row | null } | null>(null)
  const before = (people.meta.page - 1) * people.meta.perPage
  return (
    <>
      <PageHead title={title} hint={`${organization}　公示时间 ${startsOn} 至 ${endsOn}`} />
      <div className="card">
        <DataTable<Row>
          name="publicity"
          rowKey="id"
          paged={people}
          values={filters}
          filters={[{ name: 'name', label: '姓名' }]}
          empty={{ title: '名单中没有人员' }}
          columns={[
            {
              key: 'no',
              title: '序号',
              align: 'right',
              className: 'num',
              render: (_, __, index) => before + index + 1,
            },
            ...fields.map((field) => ({
              key: field,
              title: LABELS[field] ?? '',
              render: (_: unknown, row: Row) => row.values[field] ?? '—',
            })),
            {
              key: 'act',
              title: '操作',
              acts: true,
              className: 'no-print',
              render: (_, row) => (
                <Button size="small" onClick={() => tell({ row })}>
                  反映问题
                </Button>
              ),
            },
          ]}
        />
        <p className="muted" style={{ marginBottom: 0 }}>
          公示期内对公示人员有异议的，可实名或匿名
          <Button type="link" style={{ padding: 0 }} onClick={() => tell({ row: null })}>
            在线反映
          </Button>
          。{contact && `也可以联系：${contact}。`}已经反映的，可凭查询码
          <Link href="/publicity/answers">查询办理情况</Link>。
        </p>
      </div>
      {telling && (
        <Lead id={id} row={telling.row} people={people.data} onClose={() => tell(null)} />
      )}
    </>
  )
}

function Lead({
  id,
  row,
  people,
  onClose,
}: {
  id: number
  row: Row | null
  people: Row[]
  onClose: () => void
}) {
  const [code, setCode] = useState<string | null>(null)
  return (
    <Modal
      open
      title="反映问题"
      width="min(640px, 94vw)"
      footer={code ? <Button onClick={onClose}>关闭</Button> : null}
      maskClosable={false}
      onCancel={onClose}
    >
      {code ? (
        <Alert
          type="success"
          showIcon
          title="已收到您的反映"
          description={
            <>
              请记下查询码，凭它可以查询办理情况：
              <div className="slip">
                <span className="secret">{code}</span>
              </div>
              <p>有照片、文件等证明材料的，可以现在上传，也可以以后凭查询码补充：</p>
              <LeadFiles code={code} />
            </>
          }
        />
      ) : (
        <CommandForm<{ code: string }>
          path={`/publicity/${id}/leads`}
          submit="提交"
          reload={false}
          initial={{ applicationId: row?.id }}
          onDone={(done) => setCode(done.data!.code)}
        >
          <Form.Item name="applicationId" label="被反映人">
            <Select
              allowClear
              placeholder="不选表示反映整个名单的问题"
              options={people.map(({ id: value, values }) => ({
                value,
                label: [values.name, values.unit].filter(Boolean).join('　'),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="content"
            label="反映内容"
            extra="请写明事实和依据，内容只有办理机构能看到。"
            rules={[{ required: true, min: 10, message: '请写明情况，至少 10 个字' }]}
          >
            <Input.TextArea rows={6} maxLength={2000} showCount />
          </Form.Item>
          <Form.Item name="contact" label="联系方式（匿名反映可不填）">
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="captcha"
            label="人机验证"
            rules={[{ required: true, message: '请完成人机验证' }]}
          >
            <Captcha />
          </Form.Item>
        </CommandForm>
      )}
    </Modal>
  )
}
