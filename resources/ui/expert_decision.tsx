import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from './command'

interface Props {
  decision: 'approve' | 'refuse'
  ids: number[]
  onClose: () => void
}

/** Passes or refuses experts with one opinion. */
export function ExpertDecision({ decision, ids, onClose }: Props) {
  const approve = decision === 'approve'
  const [opinion, setOpinion] = useState(approve ? '材料属实，同意入库。' : '')
  const { run, pending, errors } = useCommand('/expert-reviews', { onDone: onClose })
  const fault = errors.find(({ field }) => field === 'opinion')?.message
  return (
    <Modal
      open
      title={approve ? `通过 ${ids.length} 位专家` : `${ids.length} 位专家审核不通过`}
      okText="确定"
      cancelText="取消"
      okButtonProps={{ danger: !approve, loading: pending }}
      onCancel={onClose}
      onOk={() => void run({ ids, decision, opinion })}
    >
      {!approve && <p>专家本人会看到意见，修改后可以重新提交。</p>}
      <Input.TextArea
        rows={4}
        maxLength={500}
        showCount
        style={{ marginBottom: 24 }}
        aria-label="审核意见"
        placeholder="审核意见"
        status={fault ? 'error' : undefined}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      {fault && (
        <div role="alert" style={{ color: '#c0392b', fontSize: 13 }}>
          {fault}
        </div>
      )}
    </Modal>
  )
}
