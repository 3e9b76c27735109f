import { Button, Tag } from 'antd'
import { useState } from 'react'
import { EXPERT_STATUS, type ExpertCard } from '~/ui/expert_words'
import { ExpertDecision } from '~/ui/expert_decision'
import { FormView, type FileOfApplication } from '~/ui/form_view'
import { PageHead } from '~/ui/page_head'
import { ReasonButton } from '~/ui/reason_button'
import { useSite } from '~/ui/site'
import { Timeline, type TimelineEntry } from '~/ui/timeline'
import { WholeTable } from '~/ui/whole_table'

type Credit = {
  id: number
  reason: string
  startsOn: string
  endsOn: string
  releasedOn: string | null
  releaseReason: string | null
}
type Props = {
  expert: ExpertCard & { version: number }
  file: FileOfApplication
  pools: { committee: string; termUntil: string }[]
  credits: Credit[]
  timeline: TimelineEntry[]
  today: string
  mayDecide: boolean
  mayKeep: boolean
}

export default function Expert(props: Props) {
  const { expert, pools } = props
  const [deciding, decide] = useState<'approve' | 'refuse' | null>(null)
  return (
    <>
      <PageHead
        title={expert.name}
        hint={
          <>
            {expert.unit}　{expert.title}　{expert.specialty}　
            <Tag color={EXPERT_STATUS[expert.status][1]}>{EXPERT_STATUS[expert.status][0]}</Tag>
          </>
        }
        actions={
          <>
            {props.mayDecide && (
              <>
                <Button type="primary" onClick={() => decide('approve')}>
                  通过
                </Button>
                <Button danger onClick={() => decide('refuse')}>
                  不通过
                </Button>
              </>
            )}
            <Button onClick={() => window.print()}>打印</Button>
          </>
        }
      />
      <div className="side-by-side">
        <div>
          <FormView file={props.file} />
        </div>
        <aside>
          <div className="card">
            <h2>联系与任期</h2>
            <dl className="facts">
              <div>
                <dt>证件号码</dt>
                <dd className="num">{expert.idNumber}</dd>
              </div>
              <div>
                <dt>手机号码</dt>
                <dd className="num">{expert.phone ?? '—'}</dd>
              </div>
              {pools.map((pool) => (
                <div key={pool.committee} className="wide">
                  <dt>{pool.committee}</dt>
                  <dd>
                    任期至 <span className="num">{pool.termUntil}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </div>
          <Credits {...props} />
          <div className="card">
            <h2>流转日志</h2>
            <Timeline entries={props.timeline} />
          </div>
        </aside>
      </div>
      {deciding && (
        <ExpertDecision decision={deciding} ids={[expert.id]} onClose={() => decide(null)} />
      )}
    </>
  )
}

function Credits({ expert, credits, today }: Props) {
  const { actor } = useSite()
  const standing = credits.some(({ endsOn, releasedOn }) => !releasedOn && endsOn >= today)
  const mayJudge = actor?.abilities.includes('experts.review')
  return (
    <div className="card">
      <h2>失信记录</h2>
      {credits.length === 0 ? (
        <p className="muted">没有失信记录</p>
      ) : (
        <WholeTable<Credit>
          name="expert-credits"
          size="small"
          rowKey="id"
          rows={credits}
          printable={false}
          columns={[
            { key: 'reason', title: '原因', dataIndex: 'reason' },
            {
              key: 'time',
              title: '期限',
              className: 'num',
              render: (_, row) =>
                row.releasedOn
                  ? `${row.releasedOn} 解除：${row.releaseReason}`
                  : `${row.startsOn} 至 ${row.endsOn}`,
            },
          ]}
        />
      )}
      {mayJudge &&
        (standing ? (
          <ReasonButton
            path={`/experts/${expert.id}/release`}
            title="解除失信记录？"
            hint="解除后可以重新抽取和参加评审。"
            label="解除原因"
          >
            解除
          </ReasonButton>
        ) : (
          <ReasonButton
            danger
            path={`/experts/${expert.id}/credit`}
            title="登记失信记录？"
            hint="期限内该专家不能被抽取，也不能参加评审。"
          >
            登记失信
          </ReasonButton>
        ))}
    </div>
  )
}
