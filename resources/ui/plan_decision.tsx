import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useCommand } from './command'

/** 审核结果 and 审核意见 of a plan (HU-56). */
export function PlanDecision({ planId, version }: { planId: number; version: number }) {
  const [decision, setDecision] = useState<'approve' | 'refuse' | null>(null)
  const [opinion, setOpinion] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { run, pending, errors } = useCommand(`/plan-reviews/${planId}`)
  const shown = fault ?? errors[0]?.message
  return (
    <div className="card">
      <h2>审核方案</h2>
      <div className="muted">审核结果</div>
      <Radio.Group
        aria-label="审核结果"
        style={{ margin: '4px 0 12px' }}
        value={decision}
        onChange={(event) => setDecision(event.target.value)}
        options={[
          { value: 'approve', label: '审核通过' },
          { value: 'refuse', label: '审核不通过' },
        ]}
      />
      <div className="muted">审核意见</div>
      <Input.TextArea
        rows={5}
        maxLength={1000}
        showCount
        aria-label="审核意见"
        style={{ marginTop: 4 }}
        status={shown ? 'error' : undefined}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      {shown && (
        <div role="alert" style={{ color: '#c0392b', fontSize: 13 }}>
          {shown}
        </div>
      )}
      <Button
        type="primary"
        style={{ marginTop: 22 }}
        loading={pending}
        onClick={() => {
          if (!decision) return setFault('请选择审核结果')
          if (!opinion.trim()) return setFault('请填写审核意见')
          setFault(null)
          return void run({ decision, opinion, version })
        }}
      >
        保存
      </Button>
    </div>
  )
}
