import { MEETING_STATUS } from '#evaluations/words'
import { router } from '@inertiajs/react'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { ButtonLink } from '~/ui/button_link'
import { CommandButton } from '~/ui/command_button'
import { AvoidancesTab } from '~/ui/meeting/avoidances_tab'
import { CasesTab } from '~/ui/meeting/cases_tab'
import { MeetingFields, MeetingName, meetingBody, meetingInitial } from '~/ui/meeting/fields'
import { GroupsTab } from '~/ui/meeting/groups_tab'
import { InterviewsTab } from '~/ui/meeting/interviews_tab'
import { MembersTab } from '~/ui/meeting/members_tab'
import { OfflineTab } from '~/ui/meeting/offline_tab'
import { OverviewTab } from '~/ui/meeting/overview_tab'
import type { MeetingPage } from '~/ui/meeting/types'
import { UndoTab } from '~/ui/meeting/undo_tab'
import { ScoreSheet } from '~/ui/meeting_forms'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { useSite } from '~/ui/site'
import { Slips, type Slip } from '~/ui/slips'

export default function Meeting(props: MeetingPage) {
  const { meeting, tab, tabs } = props
  const { actor } = useSite()
  const [slips, setSlips] = useState<Slip[]>([])
  const [changing, change] = useState(false)
  const preparing = meeting.status === 'preparing'
  const publicises =
    ['reported', 'closed'].includes(meeting.status) && actor?.abilities.includes('results.manage')
  const counts: Record<string, number> = {
    groups: props.groups.length,
    members: props.memberCount,
    cases: props.caseCount,
  }
  return (
    <>
      <PageHead
        title={meeting.name}
        hint={`${meeting.mode}　${meeting.startsOn} 至 ${meeting.endsOn}　${meeting.place}　${MEETING_STATUS[meeting.status]}`}
        actions={
          <>
            {preparing && (
              <>
                <Button onClick={() => change(true)}>修改</Button>
                <CommandButton
                  danger
                  method="DELETE"
                  path={`/meetings/${meeting.id}`}
                  confirm={{
                    title: `删除“${meeting.name}”？`,
                    content: `${props.groups.length} 个分组、${props.memberCount} 位评委的安排一并删除，不能恢复。`,
                  }}
                >
                  删除
                </CommandButton>
              </>
            )}
            {preparing && meeting.flow === 'online' && (
              <CommandButton
                type="primary"
                path={`/meetings/${meeting.id}/start`}
                confirm={{
                  title: '开始评审会议？',
                  content: <BeforeStart {...props} />,
                }}
                onDone={(done) => setSlips((done.data as { slips: Slip[] }).slips)}
              >
                开始会议
              </CommandButton>
            )}
            {publicises && <ButtonLink href={`/results/${meeting.id}`}>清单与公示</ButtonLink>}
            {!preparing && (
              <>
                <ButtonLink href={`/meetings/${meeting.id}/results`}>评审结果</ButtonLink>
                <ButtonLink href={`/meetings/${meeting.id}/minutes`}>会议纪要</ButtonLink>
              </>
            )}
          </>
        }
      />
      <div className="card">
        <Tabs
          activeKey={tab}
          items={tabs.map(({ key, label }) => ({
            key,
            label: counts[key] === undefined ? label : `${label}（${counts[key]}）`,
          }))}
          onChange={(key) => router.get(window.location.pathname, { tab: key })}
        />
        <Tab {...props} onSlips={setSlips} />
      </div>
      <Slips slips={slips} onClose={() => setSlips([])} />
      <EntryModal
        wide
        open={changing}
        title="修改评审会议"
        hint="评委会、申报批次和评审模式建立后不能修改；需要更换的，删除后重新建立。"
        method="PUT"
        path={`/meetings/${meeting.id}`}
        initial={meetingInitial(meeting)}
        body={({ name, startsOn, endsOn, place, staff, note }) =>
          meetingBody({ name, startsOn, endsOn, place, staff, note })
        }
        onClose={() => change(false)}
      >
        <MeetingName />
        <MeetingFields />
      </EntryModal>
    </>
  )
}

/** How many take part, and what is not as it should be. */
function BeforeStart({ memberCount, caseCount, checks }: MeetingPage) {
  const open = checks.filter(({ state }) => state !== 'done')
  return (
    <>
      <p>
        {memberCount} 位评委、{caseCount} 份参评材料。开始后准备事项不能再修改。
      </p>
      {open.length > 0 && (
        <ul style={{ paddingLeft: 20, margin: 0 }}>
          {open.map(({ key, says }) => (
            <li key={key}>{says}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Tab(props: MeetingPage & { onSlips: (slips: Slip[]) => void }) {
  const { meeting, sheet, sheetSubmitted, confirmsSheet } = props
  switch (props.tab) {
    case 'groups':
      return <GroupsTab {...props} />
    case 'members':
      return <MembersTab {...props} />
    case 'cases':
      return <CasesTab {...props} />
    case 'interviews':
      return <InterviewsTab {...props} />
    case 'sheet':
      return (
        <ScoreSheet
          meetingId={meeting.id}
          sheet={sheet}
          editable={meeting.status === 'preparing'}
          confirmed={confirmsSheet}
          submitted={sheetSubmitted}
        />
      )
    case 'avoidances':
      return <AvoidancesTab {...props} />
    case 'undo':
      return <UndoTab {...props} />
    case 'results':
      return <OfflineTab {...props} />
    default:
      return <OverviewTab {...props} />
  }
}
