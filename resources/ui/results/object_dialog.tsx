import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'

interface Props {
  person: { id: number; name: string }
  onClose: () => void
}

/** Moves one person to the objection store, with the reason. */
export function ObjectDialog({ person, onClose }: Props) {
  const [reason, setReason] = useState('')
  const { run, pending, errors } = useCommand(`/results/people/${person.id}/object`, {
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={`转入异议库：${person.name}`}
      okText="转入异议库"
      cancelText="取消"
      confirmLoading={pending}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      onOk={() => void run({ reason })}
      onCancel={onClose}
    >
      <p>转入后由您核查，由本机构其他人员作出处理。</p>
      <Input.TextArea
        rows={4}
        maxLength={300}
        showCount
        aria-label="异议情况"
        placeholder="异议情况"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {errors.map(({ field, message }) => (
        <div role="alert" key={field} style={{ color: '#c0392b' }}>
          {message}
        </div>
      ))}
    </Modal>
  )
}
