import { router } from '@inertiajs/react'
import { Button } from 'antd'
import { useEffect } from 'react'
import type { TaskCard } from '#platform/tasks/define_task'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { TaskState } from '~/ui/operator/task_state'
import { PageHead } from '~/ui/page_head'

const EVERY_MS = 2_000

export default function Tasks({ tasks }: { tasks: Paged<TaskCard> }) {
  const isMoving = tasks.data.some(({ status }) => status === 'queued' || status === 'running')
  useEffect(() => {
    if (!isMoving) return
    const timer = setInterval(() => router.reload({ only: ['tasks'] }), EVERY_MS)
    return () => clearInterval(timer)
  }, [isMoving])
  return (
    <>
      <PageHead
        title="运维任务"
        hint="备份、检查、恢复和升级由任务进程执行，进度自动刷新。"
        actions={
          <CommandButton
            type="primary"
            path="/operator/tasks/migration"
            confirm={{
              title: '升级全部租户的数据库？',
              content: '逐个执行尚缺的迁移；已是最新的不受影响，一个失败不影响其他。',
            }}
          >
            升级全部数据库
          </CommandButton>
        }
      />
      <section className="card">
        <DataTable<TaskCard>
          name="operator-tasks"
          rowKey="id"
          paged={tasks}
          empty={{ title: '还没有运维任务', hint: '在“租户”中备份，或在右上角升级全部数据库。' }}
          columns={[
            { key: 'label', title: '任务', dataIndex: 'label' },
            { key: 'state', title: '进度与结果', render: (_, row) => <TaskState task={row} /> },
            { key: 'operator', title: '运维人员', dataIndex: 'operator' },
            { key: 'created', title: '提出时间', className: 'num', dataIndex: 'createdAt' },
            {
              key: 'finished',
              title: '结束时间',
              className: 'num',
              render: (_, row) => row.finishedAt ?? '—',
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.status === 'failed' ? (
                  <CommandButton size="small" path={`/operator/tasks/${row.id}/repeat`}>
                    重新执行
                  </CommandButton>
                ) : (
                  <Button size="small" type="text" disabled>
                    —
                  </Button>
                ),
            },
          ]}
        />
      </section>
    </>
  )
}
