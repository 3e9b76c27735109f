import { Button, Form, Input, Modal, Select, Tag } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { EXPERT_STATUS, type ExpertCard } from '~/ui/expert_words'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { ReasonButton } from '~/ui/reason_button'
import { ImportButton } from '~/ui/register/import_button'
import { Slips, type Slip } from '~/ui/slips'
import { must } from '~/ui/must'

type Row = ExpertCard & {
  key: string
  committeeId: number
  committee: string
  termUntil: string
  termOver: boolean
  barred: boolean
}
type Props = {
  filters: Record<string, string>
  committees: { id: number; name: string }[]
  levels: { value: string; label: string }[]
  /** experts complete their profile with an account of their own */
  ownAccounts: boolean
  /** accounts nobody has activated yet */
  waiting: number
  experts: Paged<Row>
}

export default function Pool(props: Props) {
  const { filters, committees, levels, ownAccounts, waiting, experts } = props
  const [adding, add] = useState(false)
  const [slips, setSlips] = useState<Slip[]>([])
  return (
    <>
      <PageHead
        title="评委库管理"
        hint={
          ownAccounts
            ? '加入专家后把激活码交给本人；本人完善信息并提交审批，审核通过后可以参加评审。'
            : '评委会可以抽取或安排参加评审的专家。'
        }
        actions={
          committees.length > 0 && (
            <>
              {waiting > 0 && (
                <CommandButton
                  path="/experts/slips"
                  confirm={{
                    title: `给 ${Math.min(waiting, 200)} 位待激活的专家发放激活码？`,
                    content: '以前发给他们的激活码不再有效；激活码只显示一次，请打印后交给本人。',
                  }}
                  onDone={(done) => setSlips((done.data as { slips: Slip[] }).slips)}
                >
                  发放激活码（{waiting}）
                </CommandButton>
              )}
              <ImportButton kind="experts" />
              <Button type="primary" onClick={() => add(true)}>
                新增
              </Button>
            </>
          )
        }
      />
      <div className="card">
        <DataTable<Row>
          name="experts"
          rowKey="key"
          paged={experts}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '工作单位' },
            { name: 'specialty', label: '专业' },
            {
              name: 'status',
              label: '状态',
              options: Object.entries(EXPERT_STATUS).map(([value, [label]]) => ({ value, label })),
            },
            {
              name: 'committeeId',
              label: '评委会',
              options: committees.map(({ id, name }) => ({ value: String(id), label: name })),
            },
          ]}
          empty={{
            title: '评委库里还没有专家',
            hint:
              committees.length > 0
                ? '点击右上角“新增”加入专家。'
                : '本机构还没有评委会，评委会由职改办授权建立。',
          }}
          columns={[
            {
              key: 'name',
              title: '姓名',
              render: (_, row) => <Link href={`/experts/${row.id}`}>{row.name}</Link>,
            },
            { key: 'sex', title: '性别', render: (_, row) => row.sex ?? '—' },
            { key: 'idNumber', title: '证件号码', className: 'num', dataIndex: 'idNumber' },
            {
              key: 'phone',
              title: '手机号码',
              className: 'num',
              render: (_, row) => row.phone ?? '—',
            },
            { key: 'unit', title: '工作单位', dataIndex: 'unit' },
            { key: 'title', title: '职称', dataIndex: 'title' },
            { key: 'specialty', title: '专业', dataIndex: 'specialty' },
            { key: 'committee', title: '评委会', dataIndex: 'committee' },
            {
              key: 'term',
              title: '任期至',
              className: 'num',
              render: (_, row) => (row.termOver ? `${row.termUntil}（已满）` : row.termUntil),
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <>
                  <Tag color={EXPERT_STATUS[row.status][1]}>{EXPERT_STATUS[row.status][0]}</Tag>
                  {row.barred && <Tag color="error">失信</Tag>}
                </>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <>
                  {ownAccounts && (
                    <CommandButton
                      type="link"
                      size="small"
                      path={`/experts/${row.id}/reset`}
                      confirm={{
                        title: `重置 ${row.name} 的密码？`,
                        content: '原密码和登录立即失效，本人需用新的激活码重新激活。',
                      }}
                      onDone={(done) => setSlips((done.data as { slips: Slip[] }).slips)}
                    >
                      重置密码
                    </CommandButton>
                  )}
                  <ReasonButton
                    type="link"
                    size="small"
                    danger
                    path={`/experts/${row.id}/remove`}
                    body={{ committeeId: row.committeeId }}
                    title={`把 ${row.name} 移出评委库？`}
                    hint={`${row.committee}不再抽取或安排该专家；以前的评审记录保留。`}
                  >
                    移出
                  </ReasonButton>
                </>
              ),
            },
          ]}
        />
      </div>
      <Modal
        open={adding}
        title="新增专家"
        width="min(760px, 94vw)"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <AddExpert
          committees={committees}
          levels={levels}
          chosen={Number(filters.committeeId) || undefined}
          onSlips={(made) => {
            add(false)
            setSlips(made)
          }}
        />
      </Modal>
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}

function AddExpert(props: {
  committees: { id: number; name: string }[]
  levels: { value: string; label: string }[]
  chosen?: number
  onSlips: (slips: Slip[]) => void
}) {
  const text = (name: string, label: string, max: number, required = true) => (
    <Form.Item name={name} label={label} rules={required ? must(label) : undefined}>
      <Input maxLength={max} />
    </Form.Item>
  )
  return (
    <CommandForm<{ slips: Slip[] }>
      path="/experts"
      submit="确认"
      layout="grid"
      initial={{
        committeeId:
          props.chosen ?? (props.committees.length === 1 ? props.committees[0].id : undefined),
      }}
      onDone={(done) => props.onSlips(done.data!.slips)}
    >
      <Form.Item name="committeeId" label="评委会" rules={must('评委会')} className="wide">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={props.committees.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {text('name', '姓名', 30)}
      {text('idNumber', '身份证号', 18)}
      {text('phone', '手机号码', 11, false)}
      {text('unitName', '工作单位', 150)}
      {text('titleName', '职称', 60)}
      <Form.Item name="titleLevel" label="职称级别" rules={must('职称级别')}>
        <Select options={props.levels} />
      </Form.Item>
      {text('specialtyName', '专业', 100)}
    </CommandForm>
  )
}
