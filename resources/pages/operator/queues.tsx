import { router } from '@inertiajs/react'
import { Alert } from 'antd'
import type { DeadLetter } from '#platform/queries/queues'
import { CommandButton } from '~/ui/command_button'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'
import { WholeTable } from '~/ui/whole_table'

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
            <WholeTable
              name="dead-letters"
              rowKey="key"
              rows={letters.map((each) => ({ ...each, key: `${each.slug}-${each.id}` }))}
              search={{
                label: '租户、任务或原因',
                text: (row) => `${row.province} ${row.label} ${row.error ?? ''}`,
              }}
              columns={[
                { key: 'province', title: '租户', dataIndex: 'province' },
                { key: 'label', title: '任务', dataIndex: 'label' },
                { key: 'error', title: '原因', dataIndex: 'error' },
                { key: 'attempts', title: '执行次数', dataIndex: 'attempts', align: 'right' },
                { key: 'at', title: '结束时间', dataIndex: 'at', className: 'num' },
                {
                  key: 'act',
                  title: '操作',
                  acts: true,
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
