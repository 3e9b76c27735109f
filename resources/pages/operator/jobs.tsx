import { router } from '@inertiajs/react'
import { Button, Table } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

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
        actions={
          <Link href="/operator">
            <Button>返回租户</Button>
          </Link>
        }
      />
      <section className="card">
        {jobs.length === 0 ? (
          <Empty title="没有失败的任务" />
        ) : (
          <Table<FailedJob>
            rowKey="id"
            dataSource={jobs}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            columns={[
              { title: '编号', dataIndex: 'id', width: 90 },
              { title: '任务', dataIndex: 'label' },
              { title: '类型', dataIndex: 'kind' },
              { title: '原因', dataIndex: 'error' },
              { title: '执行次数', dataIndex: 'attempts', align: 'right' },
              { title: '结束时间', dataIndex: 'at' },
              {
                title: '操作',
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
