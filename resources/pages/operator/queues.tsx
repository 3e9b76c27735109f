import { router } from '@inertiajs/react'
import { Alert, Table } from 'antd'
import type { DeadLetter } from '#platform/queries/queues'
import { CommandButton } from '~/ui/command_button'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'

type Props = {
  counts: { waiting: number; active: number; delayed: number } | null
  letters: DeadLetter[]
}

export default function Queues({ counts, letters }: Props) {
  const provinces = [...new Map(letters.map(({ slug, province }) => [slug, province]))]
  return (
    <>
      <PageHead
        title="队列"
        hint="自动重试五次仍失败的任务停在这里，查明原因后可以放心重新执行，不会重复生效。"
      />
      <section className="card">
        <h2>正在排队</h2>
        {counts ? (
          <dl className="facts">
            {[
              ['等待', counts.waiting],
              ['执行中', counts.active],
              ['稍后重试', counts.delayed],
              ['已放弃', letters.length],
            ].map(([label, count]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="num">{count}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <Alert type="error" showIcon title="Redis 没有应答。任务没有丢失，恢复后自动继续。" />
        )}
      </section>
      <section className="card">
        <h2>已放弃的任务</h2>
        {letters.length === 0 ? (
          <Empty title="没有已放弃的任务" />
        ) : (
          <>
            <div className="actions" style={{ marginBottom: 12 }}>
              {provinces.map(([slug, name]) => (
                <CommandButton
                  key={slug}
                  size="small"
                  path={`/operator/provinces/${slug}/jobs/repeat`}
                  confirm={{ title: `重新执行${name}全部已放弃的任务？` }}
                  onDone={() => router.reload()}
                >
                  {`${name}：全部重新执行`}
                </CommandButton>
              ))}
            </div>
            <Table<DeadLetter>
              rowKey={({ slug, id }) => `${slug}-${id}`}
              dataSource={letters}
              scroll={{ x: 'max-content' }}
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              columns={[
                { title: '租户', dataIndex: 'province' },
                { title: '任务', dataIndex: 'label' },
                { title: '原因', dataIndex: 'error' },
                { title: '执行次数', dataIndex: 'attempts', align: 'right' },
                { title: '结束时间', dataIndex: 'at', className: 'num' },
                {
                  title: '操作',
                  render: (_, row) => (
                    <CommandButton
                      size="small"
                      path={`/operator/provinces/${row.slug}/jobs/${row.id}/repeat`}
                      onDone={() => router.reload()}
                    >
                      重新执行
                    </CommandButton>
                  ),
                },
              ]}
            />
          </>
        )}
      </section>
    </>
  )
}
