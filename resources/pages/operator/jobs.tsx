import { router } from '@inertiajs/react'
import { ButtonLink } from '~/ui/button_link'
import { CommandButton } from '~/ui/command_button'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'
import { WholeTable } from '~/ui/whole_table'

type FailedJob = {
  id: number
  kind: string
  label: string
  error: string | null
  attempts: number
  at: string
}
type Props = { province: { slug: string; name: string }; jobs: FailedJob[] }

export default function Jobs({ province, jobs }: Props) {
  return (
    <>
      <PageHead
        title={`${province.name} · 失败的任务`}
        hint="查明原因后可以重新执行；任务可以放心重复，不会重复生效。"
        actions={<ButtonLink href="/operator">返回租户</ButtonLink>}
      />
      <section className="card">
        {jobs.length === 0 ? (
          <Empty title="没有失败的任务" />
        ) : (
          <WholeTable<FailedJob>
            name="failed-jobs"
            rowKey="id"
            rows={jobs}
            search={{ label: '任务或原因', text: (row) => `${row.label} ${row.error ?? ''}` }}
            columns={[
              { key: 'id', title: '编号', dataIndex: 'id', width: 90 },
              { key: 'label', title: '任务', dataIndex: 'label' },
              { key: 'kind', title: '类型', dataIndex: 'kind' },
              { key: 'error', title: '原因', dataIndex: 'error' },
              { key: 'attempts', title: '执行次数', dataIndex: 'attempts', align: 'right' },
              { key: 'at', title: '结束时间', dataIndex: 'at' },
              {
                key: 'act',
                title: '操作',
                acts: true,
                render: (_, row) => (
                  <CommandButton
                    size="small"
                    path={`/operator/provinces/${province.slug}/jobs/${row.id}/repeat`}
                    onDone={() => router.reload()}
                  >
                    重新执行
                  </CommandButton>
                ),
              },
            ]}
          />
        )}
      </section>
    </>
  )
}
