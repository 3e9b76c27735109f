import { Progress } from 'antd'
import type { JobCard } from '#jobs/queries/jobs_of'
import { DataTable, type Paged } from '~/ui/data_table'
import { JOB_STATES } from '~/ui/job_states'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

type Props = { jobs: Paged<JobCard>; filters: { status?: string; origin?: string } }

export default function Jobs({ jobs, filters }: Props) {
  return (
    <>
      <PageHead
        title="后台任务"
        hint="批量审核、导入导出和证书生成在后台执行；失败的任务可以重新执行。系统定时任务只在失败时列出。"
      />
      <DataTable
        name="jobs"
        paged={jobs}
        rowKey="id"
        filters={[
          {
            name: 'status',
            label: '状态',
            options: Object.entries(JOB_STATES).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'origin',
            label: '来源',
            options: [{ value: 'clock', label: '系统定时' }],
          },
        ]}
        values={filters}
        empty={{ title: '没有后台任务' }}
        columns={[
          {
            key: 'label',
            title: '任务',
            render: (_, row) => <Link href={`/jobs/${row.id}`}>{row.label}</Link>,
          },
          { key: 'status', title: '状态', render: (_, row) => JOB_STATES[row.status] },
          {
            key: 'progress',
            title: '进度',
            width: 200,
            render: (_, row) => <Progress size="small" {...progressOf(row)} aria-label="进度" />,
          },
          { key: 'createdAt', title: '提交时间', dataIndex: 'createdAt' },
          { key: 'finishedAt', title: '结束时间', render: (_, row) => row.finishedAt ?? '—' },
        ]}
      />
    </>
  )
}

/** A job of one piece has no counts of its own: it is done or not. */
const progressOf = ({ status, done, failed, total }: JobCard) =>
  total > 1
    ? {
        percent: Math.floor((100 * (done + failed)) / total),
        format: () => `${done + failed} / ${total}`,
      }
    : { percent: status === 'done' ? 100 : 0, showInfo: false }
