import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { Button } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { Slips, type Slip } from '~/ui/slips'

type Row = {
  id: number
  code: string
  name: string
  kind: string
  contact: string | null
  region: string | null
  overseer: string | null
}
type Props = {
  own: string | null
  filters: Record<string, string>
  kinds: { value: string; label: string }[]
  creates: string[]
  organizations: Paged<Row>
}

const NATURES = ['机关', '事业单位', '国有企业', '民营企业', '外资企业', '社会组织', '其他']

export default function Organizations({ own, filters, kinds, creates, organizations }: Props) {
  const [adding, add] = useState(false)
  const [slips, setSlips] = useState<Slip[]>([])
  const labels = new Map(kinds.map(({ value, label }) => [value, label]))
  const must = (label: string) => [{ required: true, message: `请填写${label}` }]
  const text = (name: string, label: string, max: number, required = false) => (
    <Form.Item name={name} label={label} rules={required ? must(label) : undefined}>
      <Input maxLength={max} showCount={max <= 100} />
    </Form.Item>
  )
  return (
    <>
      <PageHead
        title="次级机构管理"
        hint={own ? `${own}的直接下级机构` : '全部机构'}
        actions={
          creates.length > 0 && (
            <Button type="primary" onClick={() => add(true)}>
              新增
            </Button>
          )
        }
      />
      <div className="card">
        <DataTable<Row>
          name="organizations"
          rowKey="id"
          paged={organizations}
          values={filters}
          filters={[
            { name: 'name', label: '机构名称' },
            { name: 'kind', label: '机构单位类别', options: kinds },
            { name: 'contact', label: '机构联系人' },
            { name: 'regionCode', label: '所属区域' },
            { name: 'overseer', label: '机构分管人' },
          ]}
          empty={{
            title: '还没有下级机构',
            hint: '点击右上角“新增”建立，并把激活码交给其管理员。',
          }}
          columns={[
            { key: 'code', title: '机构代码', className: 'num', dataIndex: 'code' },
            { key: 'name', title: '机构名称', dataIndex: 'name' },
            { key: 'kind', title: '机构单位类别', render: (_, row) => labels.get(row.kind) },
            { key: 'contact', title: '机构联系人', render: (_, row) => row.contact ?? '—' },
            {
              key: 'region',
              title: '机构所在区域',
              className: 'num',
              render: (_, row) => row.region ?? '—',
            },
            { key: 'overseer', title: '机构分管人', render: (_, row) => row.overseer ?? '—' },
          ]}
        />
      </div>
      <Modal
        open={adding}
        title="新增次级机构"
        width="min(900px, 94vw)"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <CommandForm<{ slips: Slip[] }>
          path="/organizations"
          submit="保存"
          layout="grid"
          reload={['organizations']}
          onDone={(done) => {
            add(false)
            setSlips(done.data!.slips)
          }}
        >
          {text('code', '机构代码', 40, true)}
          {text('name', '机构名称', 150, true)}
          <Form.Item name="kind" label="机构单位类别" rules={must('机构单位类别')}>
            <Select options={kinds.filter(({ value }) => creates.includes(value))} />
          </Form.Item>
          {text('regionCode', '所属区域（行政区划代码）', 12, true)}
          <Form.Item name="nature" label="机构单位性质" rules={must('机构单位性质')}>
            <Select options={NATURES.map((value) => ({ value, label: value }))} />
          </Form.Item>
          {text('economy', '用人单位经济类型', 40)}
          {text('industry', '所属行业', 60, true)}
          {text('creditCode', '统一社会信用代码', 18)}
          {text('organizationCode', '组织机构代码', 50)}
          {text('contact', '联系人', 20)}
          {text('phone', '联系电话', 12)}
          {text('fax', '传真', 20)}
          {text('email', '电子邮箱', 100)}
          {text('postcode', '邮政编码', 20)}
          {text('address', '通讯地址', 100)}
          {text('overseer', '分管人', 20, true)}
          {text('adminLogin', '管理员登录名', 64, true)}
          <Form.Item label="机构（单位）属性">
            <Form.Item name="createsCommittees" valuePropName="checked" noStyle>
              <Checkbox>评委会创建权</Checkbox>
            </Form.Item>
            <Form.Item name="formsCommittees" valuePropName="checked" noStyle>
              <Checkbox>评委会组建权</Checkbox>
            </Form.Item>
          </Form.Item>
        </CommandForm>
      </Modal>
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}
