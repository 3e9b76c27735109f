import { jobsOf } from '#jobs/queries/jobs_of'
import { declareAbilities } from '#web/abilities'
import { declareMenu } from '#web/menu'
import { countUpTo } from '#web/paging'
import { declareWaiting } from '#web/waiting'

declareAbilities({ 'jobs.manage': '查看和重新执行全部后台任务' })

declareMenu({ group: '系统', label: '后台任务', path: '/jobs', ability: 'jobs.manage', order: 900 })
declareWaiting({
  ability: 'jobs.manage',
  label: '失败的后台任务',
  path: '/jobs?status=failed',
  order: 900,
  count: (actor) => countUpTo(jobsOf(actor).where('status', 'failed')),
})
