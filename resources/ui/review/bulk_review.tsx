import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import { Phrases, type Phrase } from './phrases'

export type ReviewFieldView = { id: string; label: string; maxLength: number }

interface Props {
  decision: 'approve' | 'return'
  ids: number[]
  fields: ReviewFieldView[]
  phrases: Phrase[]
  /** who gets a returned case, in words */
  returnsTo: string
  onClose: () => void
}

/** One opinion for several cases: 批量审核 and 审核不通过 (HB-16, HB-17). */
export function BulkReview({ decision, ids, fields, phrases, returnsTo, onClose }: Props) {
  const approve = decision === 'approve'
  const [opinion, setOpinion] = useState('')
  const [given, give] = useState<Record<string, string>>({})
  const [fault, setFault] = useState<string | null>(null)
  const { run, pending } = useCommand('/reviews/many', { onDone: onClose })
  const submit = () => {
    if (!opinion.trim()) return setFault('请填写审核意见')
    return void run({ ids, decision, opinion, ...(approve && { fields: given }) })
  }
  return (
    <Modal
      open
      title={approve ? `批量审核 ${ids.length} 人` : `审核不通过 ${ids.length} 人`}
      okText={approve ? `通过 ${ids.length} 份` : `退回 ${ids.length} 份`}
      cancelText="取消"
      okButtonProps={{ danger: !approve, loading: pending }}
      onCancel={onClose}
      onOk={submit}
    >
      <p className="muted">
        {approve
          ? '适用于推荐和公示情况、意见均相同的申报人；填写一次，逐份记入流转日志。'
          : `所选申报将${returnsTo}，同一意见逐份记入流转日志。`}
      </p>
      <Form layout="vertical" component="div">
        {approve &&
          fields.map(({ id, label, maxLength }) => (
            <Form.Item key={id} label={label} htmlFor={`bulk-${id}`}>
              <Input.TextArea
                id={`bulk-${id}`}
                autoSize={{ minRows: 2 }}
                maxLength={maxLength}
                value={given[id] ?? ''}
                onChange={(event) => give({ ...given, [id]: event.target.value })}
              />
            </Form.Item>
          ))}
        <Form.Item
          label="审核意见"
          htmlFor="bulk-opinion"
          required
          validateStatus={fault ? 'error' : undefined}
          help={fault}
        >
          <Phrases phrases={phrases} onPick={(text) => setOpinion((now) => now + text)} />
          <Input.TextArea
            id="bulk-opinion"
            rows={4}
            maxLength={1000}
            showCount
            value={opinion}
            onChange={(event) => {
              setOpinion(event.target.value)
              setFault(null)
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
