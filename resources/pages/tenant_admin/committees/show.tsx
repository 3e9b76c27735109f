import { Button, Descriptions, Form, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { CommandButton } from '~/ui/command_button'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { SearchSelect } from '~/ui/register/search_select'
import { WholeTable } from '~/ui/whole_table'

type Props = {
  mayEdit: boolean
  feeItems: string[]
  committee: {
    id: number
    code: string
    name: string
    levelLabel: string
    series: string
    seriesCode: string
    organization: string
    office: string | null
    size: number
    validFrom: string
    validUntil: string
    filingNumber: string | null
    contactName: string | null
    contactIdNumber: string | null
    contactPhone: string | null
    status: string
    reason: string | null
  }
  specialties: { code: string; name: string }[]
  founders: { id: number; name: string; creditCode: string | null }[]
  fees: { id: number; item: string; yuan: string }[]
}
type Adding = 'specialties' | 'founders' | 'fees' | null

/** A committee and its 其他信息 (HU-47…49); read only for who looks it up (HU-51). */
export default function Committee({
  mayEdit,
  feeItems,
  committee,
  specialties,
  founders,
  fees,
}: Props) {
  const [adding, add] = useState<Adding>(null)
  const of = (path: string) => `/committee-register/${committee.id}/${path}`
  const editable = mayEdit && committee.status === 'active'
  const section = (name: Exclude<Adding, null>, title: string, table: ReactNode) => (
    <section className="card">
      <div className="card-head">
        <h2>{title}</h2>
        {editable && (
          <Button size="small" onClick={() => add(name)}>
            新增
          </Button>
        )}
      </div>
      {table}
    </section>
  )
  const remove = (path: string, what: string) =>
    editable && (
      <CommandButton
        danger
        type="link"
        size="small"
        method="DELETE"
        path={of(path)}
        confirm={{ title: `删除“${what}”？` }}
      >
        删除
      </CommandButton>
    )
  return (
    <>
      <PageHead
        title={committee.name}
        hint={
          <Link href={mayEdit ? '/committee-register' : '/committee-query'}>返回评委会列表</Link>
        }
        actions={<Button onClick={() => window.print()}>打印</Button>}
      />
      <div className="card">
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 2, lg: 3 }}
          items={[
            ['代码', committee.code],
            ['评审级别', committee.levelLabel],
            ['评审系列', committee.series],
            ['组建单位', committee.organization],
            ['审核路径节点', committee.office ?? '—'],
            ['人数', committee.size],
            ['有效期', `${committee.validFrom} 至 ${committee.validUntil}`],
            ['备案文号', committee.filingNumber ?? '—'],
            ['联系人', committee.contactName ?? '—'],
            ['身份证号', committee.contactIdNumber ?? '—'],
            ['联系电话', committee.contactPhone ?? '—'],
            ['状态', committee.status === 'active' ? '正常' : `已注销：${committee.reason ?? ''}`],
          ].map(([label, children]) => ({ key: String(label), label, children }))}
        />
      </div>
      {section(
        'specialties',
        '评审专业',
        <WholeTable
          name="committee-specialties"
          rowKey="code"
          rows={specialties}
          printable={false}
          search={{ label: '专业', text: ({ code, name }) => `${code} ${name}` }}
          empty={<Empty title="还没有维护评审专业" />}
          columns={[
            { key: 'code', title: '专业代码', dataIndex: 'code', className: 'num' },
            { key: 'name', title: '专业', dataIndex: 'name' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              align: 'right',
              render: (_, row) => remove(`specialties/${encodeURIComponent(row.code)}`, row.name),
            },
          ]}
        />
      )}
      {section(
        'founders',
        '组建单位',
        <WholeTable
          name="committee-founders"
          rowKey="id"
          rows={founders}
          printable={false}
          empty={<Empty title="还没有维护组建单位" />}
          columns={[
            { key: 'name', title: '单位名称', dataIndex: 'name' },
            {
              key: 'creditCode',
              title: '统一信用代码',
              className: 'num',
              render: (_, row) => row.creditCode ?? '—',
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              align: 'right',
              render: (_, row) => remove(`founders/${row.id}`, row.name),
            },
          ]}
        />
      )}
      {section(
        'fees',
        '缴费标准',
        <WholeTable
          name="committee-fees"
          rowKey="id"
          rows={fees}
          printable={false}
          empty={<Empty title="还没有维护缴费标准" />}
          columns={[
            { key: 'item', title: '缴费项目', dataIndex: 'item' },
            {
              key: 'yuan',
              title: '缴费金额（元）',
              dataIndex: 'yuan',
              className: 'num',
              align: 'right',
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              align: 'right',
              render: (_, row) => remove(`fees/${row.id}`, row.item),
            },
          ]}
        />
      )}
      <EntryModal
        open={adding === 'specialties'}
        title="新增评审专业"
        path={of('specialties')}
        onClose={() => add(null)}
      >
        <Form.Item name="specialty" label="专业" rules={must('专业', '选择')}>
          <SearchSelect
            path="/lookup/specialties"
            parameters={{ series: committee.seriesCode }}
            placeholder="输入专业名称或代码"
          />
        </Form.Item>
      </EntryModal>
      <EntryModal
        open={adding === 'founders'}
        title="新增组建单位"
        path={of('founders')}
        onClose={() => add(null)}
      >
        <Form.Item name="organizationId" label="单位" rules={must('单位', '选择')}>
          <SearchSelect path="/lookup/bodies" placeholder="输入单位名称或统一信用代码" />
        </Form.Item>
      </EntryModal>
      <EntryModal
        open={adding === 'fees'}
        title="新增缴费标准"
        hint="同一项目再次保存时更新金额。"
        path={of('fees')}
        onClose={() => add(null)}
      >
        <Form.Item name="item" label="缴费项目" rules={must('缴费项目', '选择')}>
          <Select options={feeItems.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="amount" label="缴费金额（元）" rules={must('缴费金额')}>
          <InputNumber min={0} max={1_000_000} precision={2} style={{ width: '100%' }} />
        </Form.Item>
      </EntryModal>
    </>
  )
}
