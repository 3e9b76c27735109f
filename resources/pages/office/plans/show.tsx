import { Alert, Button, Tabs, Tag } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { DrawList } from '~/ui/draw_list'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { PlanDecision } from '~/ui/plan_decision'
import { PlanForm } from '~/ui/plan_form'
import { Around, Needs, Participants, PlanText, Sheets, type PlanProps } from '~/ui/plan_panels'
import { FLOWS, PLAN_STATUS } from '~/ui/plan_words'
import { ReasonButton } from '~/ui/reason_button'
import { useSite } from '~/ui/site'
import { Timeline } from '~/ui/timeline'
import { useSay } from '~/ui/words'

export default function Plan(props: PlanProps) {
  const { plan, meeting, writes, draws } = props
  const say = useSay()
  const open = plan.status === 'draft' || plan.status === 'refused'
  const withdrawable =
    writes &&
    !open &&
    meeting.status === 'preparing' &&
    !draws.some(({ drawnAt }) => drawnAt !== null)
  return (
    <>
      <PageHead
        title={meeting.name}
        hint={
          <>
            {plan.kindLabel}　{FLOWS[plan.flow]}　{meeting.startsOn} 至 {meeting.endsOn}　
            <Tag color={PLAN_STATUS[plan.status][1]}>{PLAN_STATUS[plan.status][0]}</Tag>
          </>
        }
        actions={
          <>
            {writes && open && (
              <CommandButton
                type="primary"
                path={`/plans/${plan.id}/submit`}
                disabled={props.lacks.length > 0}
                confirm={{
                  title: say('呈报评审方案？'),
                  content: `${props.participants.meta.total} 位参评人员。呈报的是已保存的内容；呈报后参评人员和打分细则不能再改，撤回后才能修改。`,
                }}
              >
                呈报
              </CommandButton>
            )}
            {withdrawable && (
              <ReasonButton
                path={`/plans/${plan.id}/withdraw`}
                title="撤回评审方案？"
                hint="撤回后可以修改，修改后须重新呈报审核。"
                label="撤回原因"
              >
                撤回
              </ReasonButton>
            )}
            <Button onClick={() => window.print()}>打印</Button>
          </>
        }
      />
      {props.lacks.length > 0 && (
        <Alert
          showIcon
          type="info"
          style={{ marginBottom: 16 }}
          title={say('以下各项补齐并保存后才能呈报')}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {props.lacks.map((lack) => (
                <li key={lack}>{say(lack)}</li>
              ))}
            </ul>
          }
        />
      )}
      {plan.opinion && (plan.status === 'approved' || plan.status === 'refused') && (
        <Alert
          showIcon
          style={{ marginBottom: 16 }}
          type={plan.status === 'approved' ? 'success' : 'warning'}
          title={`${PLAN_STATUS[plan.status][0]}：${plan.opinion}`}
          description={`${plan.decidedBy}　${plan.decidedAt}`}
        />
      )}
      <div className="side-by-side">
        <div className="card">
          <Tabs
            items={[
              {
                key: 'plan',
                label: '方案',
                children:
                  writes && open ? (
                    <PlanForm
                      plan={plan}
                      rules={props.rules}
                      specialties={props.specialties}
                      size={props.committee.size}
                    />
                  ) : (
                    <PlanText {...props} />
                  ),
              },
              {
                key: 'participants',
                label: `参评人员（${props.participants.meta.total}）`,
                children: <Participants {...props} open={writes && open} />,
              },
              {
                key: 'needs',
                label: '专家需求',
                children: <Needs needs={plan.needs} />,
              },
              {
                key: 'sheets',
                label: say('打分细则'),
                children: <Sheets {...props} open={writes && open} />,
              },
              { key: 'around', label: '关联信息', children: <Around {...props} /> },
              ...(draws.length > 0
                ? [{ key: 'draws', label: '抽取评委', children: <DrawList draws={draws} /> }]
                : []),
            ]}
          />
        </div>
        <aside className="no-print">
          {props.decides && <PlanDecision planId={plan.id} version={plan.version} />}
          {props.decidedByOther && (
            <div className="card">
              <h2>审核方案</h2>
              <p className="muted">{say('方案由您呈报，请由本机构另一位审核人员审核。')}</p>
            </div>
          )}
          {writes && plan.status === 'approved' && meeting.status === 'preparing' && (
            <Next {...props} />
          )}
          <div className="card">
            <h2>流转日志</h2>
            {props.timeline.length > 0 ? (
              <Timeline entries={props.timeline} />
            ) : (
              <p className="muted">{say('呈报后显示办理过程')}</p>
            )}
          </div>
        </aside>
      </div>
    </>
  )
}

function Next({ plan, meeting, rules }: PlanProps) {
  const { actor } = useSite()
  const draws = rules.draw && plan.flow === 'online' && actor?.abilities.includes('draws.manage')
  return (
    <div className="card">
      <h2>下一步</h2>
      {draws && (
        <p>
          <Link href={`/draws/${plan.id}`}>抽取评委</Link>，抽取的评委确认参加后发出
          <Link href={`/interviews/${plan.id}`}>面试通知</Link>。
        </p>
      )}
      <p>
        到 <Link href={`/meetings/${meeting.id}`}>评审会议</Link>
        {plan.flow === 'offline' ? ' 录入评审结果。' : ' 安排评委并开始会议。'}
      </p>
    </div>
  )
}
