import { Alert } from 'antd'
import { PageHead } from '~/ui/page_head'
import { useSite } from '~/ui/site'
import { CaseTable } from '~/ui/stages/case_table'
import { LargeText } from '~/ui/stages/large'
import { Outbox } from '~/ui/stages/outbox'
import { Report } from '~/ui/stages/report'
import { Roll } from '~/ui/stages/roll'
import { Criteria, Leaders } from '~/ui/stages/scope_panels'
import { Spread } from '~/ui/stages/spread'
import { StageNav } from '~/ui/stages/stage_nav'
import { Switch } from '~/ui/stages/switch'
import { stageBase, type StagePage } from '~/ui/stages/types'

export default function Stage(props: StagePage) {
  const { meeting, stage, blocked } = props
  const { actor } = useSite()
  const base = stageBase(actor?.kind, meeting.id)
  return (
    <>
      <PageHead title={stage.label} hint={meeting.name} actions={<LargeText />} />
      <StageNav {...props} base={base} />
      <Outbox />
      {props.voided && (
        <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={props.voided} />
      )}
      {blocked && !props.scopeDone && (
        <Alert type="info" showIcon style={{ marginBottom: 16 }} title={blocked} />
      )}
      <Panel key={stage.id} {...props} path={`${base}/${stage.id}`} />
      <Spread spread={props.spread} />
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
