import { Alert } from 'antd'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useSite } from '~/ui/site'
import { CaseTable } from '~/ui/stages/case_table'
import { Criteria, Leaders, Report, Roll, Switch } from '~/ui/stages/scope_panels'
import type { StagePage } from '~/ui/stages/types'

export default function Stage(props: StagePage) {
  const { meeting, stage, stages, blocked } = props
  const { actor } = useSite()
  const base = `${actor?.kind === 'expert' ? '/expert' : ''}/meetings/${meeting.id}/stages`
  const path = `${base}/${stage.id}`
  return (
    <>
      <PageHead title={stage.label} hint={meeting.name} />
      <ol className="route no-print" style={{ marginBottom: 18 }} aria-label="评审环节">
        {stages.map((each) => (
          <li key={each.id} data-state={each.id === stage.id ? 'now' : 'done'}>
            <Link href={`${base}/${each.id}`} style={{ color: 'inherit' }}>
              {each.label} {each.done}/{each.total}
            </Link>
          </li>
        ))}
      </ol>
      {blocked && !props.scopeDone && (
        <Alert type="info" showIcon style={{ marginBottom: 16 }} title={blocked} />
      )}
      <Panel {...props} path={path} />
    </>
  )
}

function Panel(props: StagePage & { path: string }) {
  const { stage } = props
  if (stage.primitive === 'open_voting') return <Switch {...props} />
  if (stage.primitive === 'roll') return <Roll {...props} />
  if (stage.primitive === 'report') return <Report {...props} />
  if (stage.primitive === 'assign' && stage.subject === 'leader') return <Leaders {...props} />
  if (stage.primitive === 'confirm' && stage.per === 'scope') return <Criteria {...props} />
  return <CaseTable {...props} />
}
