import type { Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { SessionTable, type SessionRow } from '~/ui/session_table'

type Props = { filters: Record<string, string>; sessions: Paged<SessionRow> }

const KINDS = [
  { value: 'applicant', label: '申报人' },
  { value: 'staff', label: '工作人员' },
  { value: 'committee', label: '评委会' },
  { value: 'expert', label: '专家' },
  { value: 'tenant_admin', label: '管理员' },
]

export default function Sessions({ filters, sessions }: Props) {
  return (
    <>
      <PageHead title="登录管理" hint="现在登录着的账号；发现异常可以立即结束。" />
      <div className="card">
        <SessionTable
          ofAll
          sessions={sessions}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'login', label: '登录名' },
            { name: 'kind', label: '账号类型', options: KINDS },
          ]}
        />
      </div>
    </>
  )
}
