import { router } from '@inertiajs/react'
import { Tabs, Tag } from 'antd'
import { ChangeDecision, CHANGE_KINDS, type Change } from '~/ui/certificate_change'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Props = { tab: string; filters: Record<string, string>; changes: Paged<Change> }

export default function Changes({ tab, filters, changes }: Props) {
  const url = useUrl()
  const isDone = tab === 'done'
  return (
    <>
      <PageHead
        title="证书变更复核"
        hint="撤销、换发和更正由一人提出、另一人复核同意后执行；提出人不能自行复核。"
      />
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`/certificate-changes?tab=${key}`))}
          items={[
            { key: 'waiting', label: '待复核' },
            { key: 'done', label: '已办结' },
          ]}
        />
        <DataTable<Change>
          key={tab}
          name={`certificate_changes_${tab}`}
          rowKey="id"
          paged={changes}
          keep={{ tab }}
          values={filters}
          filters={[
            { name: 'number', label: '证书编号' },
            {
              name: 'kind',
              label: '事项',
              options: Object.entries(CHANGE_KINDS).map(([value, label]) => ({ value, label })),
            },
          ]}
          empty={{
            title: isDone ? '还没有办结的变更' : '没有待复核的变更',
            hint: '在证书详情中提出撤销、换发或更正后会出现在这里。',
          }}
          columns={[
            {
              key: 'number',
              title: '证书编号',
              className: 'num',
              render: (_, row) => (
                <Link href={`/certificates/${row.certificateId}`}>{row.number}</Link>
              ),
            },
            { key: 'kind', title: '事项', render: (_, row) => CHANGE_KINDS[row.kind] },
            { key: 'reason', title: '原因', dataIndex: 'reason' },
            {
              key: 'corrections',
              title: '更正为',
              render: (_, row) =>
                row.corrections.map(({ label, value }) => `${label}：${value}`).join('；') || '—',
            },
            {
              key: 'proposer',
              title: '提出',
              render: (_, row) => (
                <>
                  {row.proposer}
                  <div className="muted num">{row.proposedAt}</div>
                </>
              ),
            },
            isDone
              ? {
                  key: 'decider',
                  title: '复核',
                  render: (_, row) => (
                    <>
                      <Tag color={row.status === 'approved' ? 'success' : 'default'}>
                        {row.status === 'approved' ? '同意' : '退回'}
                      </Tag>
                      {row.decider ?? '按规则不须复核'}
                      <div className="muted">{row.opinion}</div>
                    </>
                  ),
                }
              : {
                  key: 'act',
                  title: '操作',
                  acts: true,
                  render: (_, row) => <ChangeDecision change={row} />,
                },
          ]}
        />
      </div>
    </>
  )
}
