import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Row = {
  id: number
  at: string
  actor: string
  action: string
  object: string
  outcome: 'done' | 'refused'
  detail: string
  request: string | null
}
type Props = {
  filters: Record<string, string>
  actions: { value: string; label: string }[]
  objects: { value: string; label: string }[]
  entries: Paged<Row>
}

/** The log nobody can change unseen: searched, exported, proved. */
export default function Audit({ filters, actions, objects, entries }: Props) {
  const url = useUrl()
  const [broken, setBroken] = useState<number | null | undefined>()
  const { run, pending } = useCommand<{ broken: number | null }>('/audit/verify', {
    onDone: ({ data }) => setBroken(data!.broken),
  })
  return (
    <>
      <PageHead
        title="审计日志"
        hint="每条记录都带有前一条的摘要，改动、删除都会在核对时发现。"
        actions={
          <>
            <Button loading={pending} onClick={() => run()}>
              核对完整性
            </Button>
            <Button href={`${url('/audit/export')}?${new URLSearchParams(filters)}`} type="primary">
              导出查询结果
            </Button>
          </>
        }
      />
      {broken !== undefined && (
        <Alert
          showIcon
          style={{ marginBottom: 16 }}
          type={broken === null ? 'success' : 'error'}
          title={
            broken === null
              ? '核对完成，全部记录前后相连，没有改动。'
              : `从第 ${broken} 条起与前面的记录不相连，可能有改动或删除，请立即报告。`
          }
        />
      )}
      <div className="card">
        <DataTable<Row>
          exportPath={null}
          name="audit"
          rowKey="id"
          paged={entries}
          values={filters}
          filters={[
            { name: 'actor', label: '操作人' },
            { name: 'action', label: '操作', options: actions },
            { name: 'object', label: '对象', options: objects },
            { name: 'number', label: '对象编号' },
            {
              name: 'outcome',
              label: '结果',
              options: [
                { value: 'done', label: '完成' },
                { value: 'refused', label: '被拒绝' },
              ],
            },
            { name: 'from', label: '起始日期，如 2026-05-01' },
            { name: 'to', label: '截止日期，如 2026-05-31' },
          ]}
          empty={{ title: '还没有记录' }}
          columns={[
            { key: 'id', title: '编号', className: 'num', dataIndex: 'id' },
            { key: 'at', title: '时间', className: 'num', dataIndex: 'at' },
            { key: 'actor', title: '操作人', dataIndex: 'actor' },
            { key: 'action', title: '操作', dataIndex: 'action' },
            { key: 'object', title: '对象', dataIndex: 'object' },
            {
              key: 'outcome',
              title: '结果',
              render: (_, row) =>
                row.outcome === 'done' ? '完成' : <Tag color="error">被拒绝</Tag>,
            },
            {
              key: 'detail',
              title: '详情',
              render: (_, row) => (
                <span className="muted" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
                  {row.detail || '—'}
                </span>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
