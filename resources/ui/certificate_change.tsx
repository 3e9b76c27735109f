import { Space } from 'antd'
import { ReasonButton } from './reason_button'

export interface Change {
  id: number
  certificateId: number
  number: string
  kind: 'revoke' | 'reissue' | 'correct'
  reason: string
  corrections: { label: string; value: string }[]
  status: string
  proposer: string
  proposedAt: string
  decider: string | null
  opinion: string | null
  decidedAt: string | null
  mayDecide: boolean
}

export const CHANGE_KINDS: Record<string, string> = {
  revoke: '撤销',
  reissue: '换发',
  correct: '更正',
}

const EFFECTS: Record<string, string> = {
  revoke: '同意后证书立即失效，核验页显示“已撤销”。',
  reissue: '同意后按现在的申报信息生成新证书，原证书失效。',
  correct: '同意后按更正的内容生成新证书，编号不变，原证书失效。',
}

/** Agree or give back, for anybody but who asked. */
export function ChangeDecision({ change }: { change: Change }) {
  if (!change.mayDecide) return <span className="muted">由另一人复核</span>
  const path = `/certificate-changes/${change.id}/decide`
  const what = `${CHANGE_KINDS[change.kind]}证书 ${change.number}`
  return (
    <Space>
      <ReasonButton
        path={path}
        size="small"
        type="primary"
        title={`同意${what}？`}
        hint={EFFECTS[change.kind]}
        label="复核意见"
        field="opinion"
        body={{ decision: 'approve' }}
      >
        同意
      </ReasonButton>
      <ReasonButton
        path={path}
        size="small"
        title={`退回${what}？`}
        hint="退回后证书不变。"
        label="复核意见"
        field="opinion"
        body={{ decision: 'refuse' }}
      >
        退回
      </ReasonButton>
    </Space>
  )
}
