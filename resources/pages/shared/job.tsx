import { router } from '@inertiajs/react'
import { Alert, Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import type { JobCard } from '#jobs/queries/jobs_of'
import { ButtonLink } from '~/ui/button_link'
import { useUrl } from '~/ui/site'
import { JOB_STATES } from '~/ui/job_states'
import { CommandButton } from '~/ui/command_button'
import { PageHead } from '~/ui/page_head'
import { WholeTable } from '~/ui/whole_table'

const EVERY_MS = 1_000
const ENDED = ['done', 'failed']

export default function Job({ job: first }: { job: JobCard }) {
  const job = useLive(first)
  const ended = ENDED.includes(job.status)
  const percent = job.total > 0 ? Math.floor((100 * (job.done + job.failed)) / job.total) : 0
  return (
    <>
      <PageHead
        title={job.label}
        hint={
          ended
            ? `提交于 ${job.createdAt}，结束于 ${job.finishedAt}`
            : `提交于 ${job.createdAt}。可以离开本页，任务会继续执行。`
        }
      />
      <section className="card">
        <Progress
          percent={job.status === 'done' ? 100 : percent}
          status={job.status === 'failed' ? 'exception' : ended ? 'success' : 'active'}
          aria-label="任务进度"
        />
        <p aria-live="polite">
          {JOB_STATES[job.status]}：共 {job.total} 项，已完成 {job.done} 项
          {job.failed > 0 && `，${job.failed} 项未能完成`}
        </p>
        {job.status === 'done' && job.result && <Alert type="success" title={job.result.message} />}
        {job.error && (
          <Alert
            type={job.status === 'failed' ? 'error' : 'warning'}
            title={job.status === 'failed' ? job.error : '处理时遇到问题，稍后自动重试。'}
          />
        )}
        <div className="actions" style={{ marginTop: 16 }}>
          {job.result?.to && <Result to={job.result.to} />}
          {job.status === 'failed' && (
            <CommandButton path={`/jobs/${job.id}/repeat`} onDone={() => router.reload()}>
              重新执行
            </CommandButton>
          )}
        </div>
      </section>
      {(job.result?.failures?.length ?? 0) > 0 && (
        <section className="card">
          <h2>未能完成的项目</h2>
          <WholeTable
            name="job-failures"
            rowKey="label"
            rows={job.result!.failures!}
            search={{ label: '项目或原因', text: ({ label, reason }) => `${label} ${reason}` }}
            columns={[
              { key: 'label', title: '项目', dataIndex: 'label' },
              { key: 'reason', title: '原因', dataIndex: 'reason' },
            ]}
          />
        </section>
      )}
    </>
  )
}

/** A file is fetched, anything else is a page. */
function Result({ to }: { to: string }) {
  const url = useUrl()
  if (to.startsWith('/files/'))
    return (
      <Button type="primary" href={url(to)}>
        下载
      </Button>
    )
  return (
    <ButtonLink href={to} type="primary">
      查看结果
    </ButtonLink>
  )
}

/** The job as it stands now; asks every second until it has ended. */
function useLive(first: JobCard): JobCard {
  const url = useUrl()
  const [job, setJob] = useState(first)
  useEffect(() => setJob(first), [first])
  useEffect(() => {
    if (ENDED.includes(job.status)) return
    const timer = setTimeout(async () => {
      const answer = await fetch(url(`/jobs/${job.id}/state`), {
        headers: { accept: 'application/json' },
      }).catch(() => null)
      setJob(answer?.ok ? await answer.json() : { ...job })
    }, EVERY_MS)
    return () => clearTimeout(timer)
  }, [job, url])
  return job
}
