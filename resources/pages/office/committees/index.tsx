import { router } from '@inertiajs/react'
import { Button, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { CommitteeForm, type CommitteeSeries } from '~/ui/committee_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { Slips, type Slip } from '~/ui/slips'
import { useUrl } from '~/ui/site'

export type CommitteeRow = {
  id: number
  version: number
  code: string
  name: string
  level: string
  levelLabel: string
  seriesCode: string
  series: string | null
  specialties: { code: string; name: string }[]
  organization: string
  office: string | null
  size: number
  validFrom: string
  validUntil: string
  filingNumber: string | null
  status: string
  experts: number
  account: { login: string; status: string } | null
}
type Props = {
  tab: string
  filters: Record<string, string>
  /** the body in whose name committees are authorised; null where it may not */
  authorises: string | null
  levels: { value: string; label: string }[]
  series: CommitteeSeries[]
  usesNetwork: boolean
  validityYears: number
  committees: Paged<CommitteeRow>
}

const ACCOUNTS: Record<string, string> = { pending: '待激活', active: '正常', disabled: '已停用' }

export default function Committees(props: Props) {
  const { tab, filters, authorises, committees } = props
  const [editing, edit] = useState<CommitteeRow | 'new' | null>(null)
  const [slips, setSlips] = useState<Slip[]>([])
  const url = useUrl()
  const history = tab === 'history'
  return (
    <>
      <PageHead
        title="授权单位评委会管理"
        hint={
          authorises
            ? `${authorises}及下级单位的评委会。评委会代码是其账号的登录名，用来建立评委库。`
            : '由本机构组建或承办的评委会；新增和修改由有评委会创建权的机构办理。'
        }
        actions={
          authorises && (
            <Button type="primary" onClick={() => edit('new')}>
              新增
            </Button>
          )
        }
      />
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`/committees?tab=${key}`))}
          items={[
            { key: 'active', label: '有效评委会' },
            { key: 'expired', label: '待重新备案' },
            { key: 'history', label: '历史评委会' },
          ]}
        />
        <DataTable<CommitteeRow>
          name="committees"
          rowKey="id"
          paged={committees}
          values={filters}
          keep={{ tab }}
          filters={[
            { name: 'name', label: '评委会名称' },
            { name: 'code', label: '评委会代码' },
            { name: 'level', label: '评审级别', options: props.levels },
            {
              name: 'series',
              label: '评审系列',
              options: props.series.map(({ code, name }) => ({ value: code, label: name })),
            },
            { name: 'organization', label: '组建单位' },
          ]}
          empty={
            tab === 'expired'
              ? {
                  title: '没有待重新备案的评委会',
                  hint: '有效期满、尚未注销的评委会会显示在这里。',
                }
              : history
                ? { title: '没有历史评委会', hint: '有效期满或已注销的评委会会显示在这里。' }
                : {
                    title: '还没有评委会',
                    hint: authorises
                      ? '点击右上角“新增”建立评委会，并把激活码交给评委会。'
                      : '评委会由职改办授权建立后显示在这里。',
                  }
          }
          columns={[
            { key: 'code', title: '评委会代码', className: 'num', dataIndex: 'code' },
            {
              key: 'name',
              title: '评委会名称',
              render: (_, row) => <div style={{ minWidth: 220 }}>{row.name}</div>,
            },
            { key: 'level', title: '评审级别', dataIndex: 'levelLabel' },
            { key: 'series', title: '评审系列', render: (_, row) => row.series ?? '—' },
            {
              key: 'specialties',
              title: '评审专业',
              render: (_, row) => (
                <span title={row.specialties.map(({ name }) => name).join('、')}>
                  {row.specialties
                    .slice(0, 2)
                    .map(({ name }) => name)
                    .join('、')}
                  {row.specialties.length > 2 && ` 等 ${row.specialties.length} 个`}
                </span>
              ),
            },
            { key: 'organization', title: '组建单位', dataIndex: 'organization' },
            { key: 'size', title: '人数', align: 'right', className: 'num', dataIndex: 'size' },
            {
              key: 'experts',
              title: '评委库',
              align: 'right',
              className: 'num',
              render: (_, row) => (
                <Link href={`/experts?committeeId=${row.id}`}>{row.experts}</Link>
              ),
            },
            {
              key: 'valid',
              title: '有效期',
              className: 'num',
              render: (_, row) => `${row.validFrom} 至 ${row.validUntil}`,
            },
            { key: 'filing', title: '备案文号', render: (_, row) => row.filingNumber ?? '—' },
            {
              key: 'account',
              title: '账号',
              render: (_, row) =>
                row.account ? (
                  <>
                    <span className="num">{row.account.login}</span>{' '}
                    <Tag>{ACCOUNTS[row.account.status]}</Tag>
                  </>
                ) : (
                  '未开设'
                ),
            },
            ...(history
              ? [
                  {
                    key: 'status',
                    title: '状态',
                    render: (_: unknown, row: CommitteeRow) =>
                      row.status === 'cancelled' ? '已注销' : '有效期已满',
                  },
                ]
              : []),
            ...(authorises && !history
              ? [
                  {
                    key: 'act',
                    title: '操作',
                    acts: true,
                    render: (_: unknown, row: CommitteeRow) => (
                      <>
                        <Button type="link" size="small" onClick={() => edit(row)}>
                          {tab === 'expired' ? '重新备案' : '编辑'}
                        </Button>
                        <CommandButton
                          type="link"
                          size="small"
                          path={`/committees/${row.id}/reset`}
                          confirm={{
                            title: `重置“${row.name}”的密码？`,
                            content:
                              '原密码和登录立即失效，评委会需用新的激活码重新激活；没有账号的同时开设账号。',
                          }}
                          onDone={(done) => setSlips((done.data as { slips: Slip[] }).slips)}
                        >
                          重置密码
                        </CommandButton>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {editing && (
        <CommitteeForm
          committee={editing === 'new' ? null : editing}
          levels={props.levels}
          series={props.series}
          usesNetwork={props.usesNetwork}
          validityYears={props.validityYears}
          onClose={() => edit(null)}
          onSlips={setSlips}
        />
      )}
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}
