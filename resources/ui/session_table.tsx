import { Tag } from 'antd'
import { CommandButton } from './command_button'
import { DataTable, type FilterDef, type Paged } from './data_table'

export interface SessionRow {
  id: number
  accountId: number
  name: string
  login: string
  organization: string | null
  device: string
  address: string
  openedAt: string
  seenAt: string
  isOwn: boolean
}

interface Props {
  sessions: Paged<SessionRow>
  filters?: FilterDef[]
  values?: Record<string, string>
  /** sessions of many people */
  ofAll?: boolean
}

/** Open sessions with the way to end them. */
export function SessionTable({ sessions, filters, values, ofAll = false }: Props) {
  return (
    <DataTable<SessionRow>
      name={ofAll ? 'sessions' : 'own-sessions'}
      rowKey="id"
      paged={sessions}
      filters={filters}
      values={values}
      empty={{ title: '没有登录中的账号' }}
      columns={[
        ...(ofAll
          ? [
              { key: 'name', title: '姓名', dataIndex: 'name' },
              { key: 'login', title: '登录名', dataIndex: 'login' },
              {
                key: 'organization',
                title: '单位',
                render: (_: unknown, row: SessionRow) => row.organization ?? '—',
              },
            ]
          : []),
        { key: 'device', title: '设备', dataIndex: 'device' },
        { key: 'address', title: '网络地址', className: 'num', dataIndex: 'address' },
        { key: 'opened', title: '登录时间', className: 'num', dataIndex: 'openedAt' },
        { key: 'seen', title: '最近活动', className: 'num', dataIndex: 'seenAt' },
        {
          key: 'act',
          title: '操作',
          acts: true,
          render: (_: unknown, row: SessionRow) =>
            row.isOwn ? (
              <Tag>本次登录</Tag>
            ) : (
              <>
                <CommandButton
                  type="link"
                  size="small"
                  path={ofAll ? `/sessions/${row.id}/end` : `/security/sessions/${row.id}/end`}
                  confirm={{
                    title: ofAll ? `结束 ${row.name} 的这次登录？` : '退出该设备上的登录？',
                    content: '未保存的内容由本人重新登录后继续。',
                  }}
                >
                  结束
                </CommandButton>
                {ofAll && (
                  <CommandButton
                    danger
                    type="link"
                    size="small"
                    path={`/sessions/accounts/${row.accountId}/end`}
                    confirm={{ title: `结束 ${row.name} 在所有设备上的登录？` }}
                  >
                    全部结束
                  </CommandButton>
                )}
              </>
            ),
        },
      ]}
    />
  )
}
