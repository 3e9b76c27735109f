import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { CommandButton } from './command_button'
import { DataTable, type Column, type Paged } from './data_table'
import type { Slip } from './slips'

export type AccountRow = {
  id: number
  login: string
  name: string
  status: string
  year: number | null
  roles: string[]
}

export const ACCOUNT_STATUS: Record<string, [string, string]> = {
  pending: ['待激活', 'warning'],
  active: ['正常', 'success'],
  disabled: ['已停用', 'default'],
}

interface Props {
  name: string
  accounts: Paged<AccountRow>
  filters: Record<string, string>
  columns: Column<AccountRow>[]
  empty: { title: string; hint?: ReactNode }
  onSlips: (slips: Slip[]) => void
  /** of the export */
  kind: 'staff' | 'applicant'
}

/** Accounts with what their administrator may do to them. */
export function AccountTable({ name, accounts, filters, columns, empty, onSlips, kind }: Props) {
  return (
    <DataTable<AccountRow>
      name={name}
      rowKey="id"
      paged={accounts}
      values={filters}
      keep={{ kind }}
      exportPath="/accounts/export"
      filters={[
        { name: 'name', label: '姓名' },
        { name: 'login', label: '登录名' },
      ]}
      empty={empty}
      columns={[
        { key: 'name', title: '姓名', dataIndex: 'name' },
        { key: 'login', title: '登录名', className: 'num', dataIndex: 'login' },
        ...columns,
        {
          key: 'status',
          title: '状态',
          render: (_, row) => (
            <Tag color={ACCOUNT_STATUS[row.status][1]}>{ACCOUNT_STATUS[row.status][0]}</Tag>
          ),
        },
        {
          key: 'act',
          title: '操作',
          acts: true,
          render: (_, row) => (
            <>
              <CommandButton
                type="link"
                size="small"
                path={`/accounts/${row.id}/reset`}
                confirm={{
                  title: `重置 ${row.name} 的密码？`,
                  content: '原密码和登录立即失效，本人需用新的激活码重新激活。',
                }}
                onDone={(done) => onSlips((done.data as { slips: Slip[] }).slips)}
              >
                重置密码
              </CommandButton>
              <CommandButton
                type="link"
                size="small"
                danger={row.status !== 'disabled'}
                path={`/accounts/${row.id}/disable`}
                confirm={{
                  title: row.status === 'disabled' ? `启用 ${row.name}？` : `停用 ${row.name}？`,
                }}
              >
                {row.status === 'disabled' ? '启用' : '停用'}
              </CommandButton>
            </>
          ),
        },
      ]}
    />
  )
}
