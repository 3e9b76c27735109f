import { Button, Form, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import type { Done } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { Slips, type Slip } from '~/ui/slips'

type Row = {
  id: number
  login: string
  name: string
  kind: string
  organization: string | null
  status: string
  roles: string[]
  roleLabels: string[]
  hasSecondFactor: boolean
  signedInAt: string | null
}
type Props = {
  filters: Record<string, string>
  roles: { value: string; label: string; kind: string }[]
  may: { manage: boolean; assign: boolean }
  own: number
  staff: Paged<Row>
}

const KINDS = [
  { value: 'staff', label: '工作人员' },
  { value: 'committee', label: '评委会' },
  { value: 'tenant_admin', label: '管理员' },
]
const STATES = [
  { value: 'active', label: '正常' },
  { value: 'pending', label: '待激活' },
  { value: 'disabled', label: '已停用' },
]
const labelOf = (list: { value: string; label: string }[], value: string) =>
  list.find((each) => each.value === value)?.label ?? '—'

/** Staff of the whole tenant. Opening accounts and granting rights are two people's work. */
export default function Staff({ filters, roles, may, own, staff }: Props) {
  const [opening, setOpening] = useState(false)
  const [assigned, assign] = useState<Row | null>(null)
  const [slips, setSlips] = useState<Slip[]>([])
  const keep = (done: Done) => setSlips((done.data as { slips?: Slip[] } | undefined)?.slips ?? [])
  return (
    <>
      <PageHead
        title="全部工作人员"
        hint={
          may.assign
            ? '为账号授予岗位，重置动态口令。系统、安全、审计三员由不同的人担任。'
            : '各机构、评委会和管理员的账号；岗位由安全管理员授予。'
        }
        actions={
          may.manage && (
            <Button type="primary" onClick={() => setOpening(true)}>
              开设管理员账号
            </Button>
          )
        }
      />
      <div className="card">
        <DataTable<Row>
          name="staff"
          rowKey="id"
          paged={staff}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'login', label: '登录名' },
            { name: 'organization', label: '单位' },
            { name: 'kind', label: '账号类型', options: KINDS },
            { name: 'role', label: '岗位', options: roles },
            { name: 'status', label: '状态', options: STATES },
          ]}
          empty={{
            title: '还没有工作人员账号',
            hint: '各单位在“工作人员账号”中开设本单位的账号。',
          }}
          columns={[
            { key: 'name', title: '姓名', dataIndex: 'name' },
            { key: 'login', title: '登录名', dataIndex: 'login' },
            { key: 'organization', title: '单位', render: (_, row) => row.organization ?? '—' },
            { key: 'kind', title: '账号类型', render: (_, row) => labelOf(KINDS, row.kind) },
            {
              key: 'roles',
              title: '岗位',
              render: (_, row) =>
                row.roleLabels.join('、') || <span className="muted">尚未授予</span>,
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={row.status === 'active' ? 'success' : 'default'}>
                  {labelOf(STATES, row.status)}
                </Tag>
              ),
            },
            {
              key: 'factor',
              title: '动态口令',
              render: (_, row) => (row.hasSecondFactor ? '已绑定' : '—'),
            },
            {
              key: 'signedIn',
              title: '最近登录',
              className: 'num',
              render: (_, row) => row.signedInAt ?? '—',
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.id === own ? (
                  <span className="muted">本人</span>
                ) : (
                  <RowActs row={row} may={may} assign={assign} onSlips={keep} />
                ),
            },
          ]}
        />
      </div>
      <EntryModal
        open={opening}
        title="开设管理员账号"
        path="/staff"
        hint="新账号没有任何权限，由安全管理员授予岗位后方可办理。"
        onDone={keep}
        onClose={() => setOpening(false)}
      >
        <Form.Item name="name" label="姓名" rules={must('姓名')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="login" label="登录名" rules={must('登录名')}>
          <Input maxLength={64} />
        </Form.Item>
      </EntryModal>
      <EntryModal
        open={assigned !== null}
        title={`调整 ${assigned?.name ?? ''} 的岗位`}
        path={`/staff/${assigned?.id}/roles`}
        initial={{ roles: assigned?.roles ?? [] }}
        hint="保存后该账号须重新登录。"
        onClose={() => assign(null)}
      >
        <Form.Item name="roles" label="岗位">
          <Select mode="multiple" options={roles.filter(({ kind }) => kind === assigned?.kind)} />
        </Form.Item>
      </EntryModal>
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}

function RowActs(props: {
  row: Row
  may: Props['may']
  assign: (row: Row) => void
  onSlips: (done: Done) => void
}) {
  const { row, may } = props
  const isDisabled = row.status === 'disabled'
  return (
    <>
      {may.assign && (
        <>
          <Button type="link" size="small" onClick={() => props.assign(row)}>
            调整岗位
          </Button>
          {row.hasSecondFactor && (
            <CommandButton
              type="link"
              size="small"
              path={`/staff/${row.id}/second-factor`}
              confirm={{
                title: `重置 ${row.name} 的动态口令？`,
                content: '请先核实本人身份。重置后其下次登录时重新绑定。',
              }}
            >
              重置动态口令
            </CommandButton>
          )}
        </>
      )}
      {may.manage && (
        <>
          <CommandButton
            type="link"
            size="small"
            path={`/staff/${row.id}/reset`}
            confirm={{ title: `重置 ${row.name} 的密码？`, content: '原密码和现有登录立即失效。' }}
            onDone={props.onSlips}
          >
            重置密码
          </CommandButton>
          <CommandButton
            type="link"
            size="small"
            danger={!isDisabled}
            path={`/staff/${row.id}/disable`}
            confirm={{ title: `${isDisabled ? '启用' : '停用'} ${row.name} 的账号？` }}
          >
            {isDisabled ? '启用' : '停用'}
          </CommandButton>
        </>
      )}
    </>
  )
}
