import { Button, Input, Modal, type ButtonProps } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { PeriodEnd } from '~/ui/period_end'

interface Props {
  meetingId: number
  /** persons of the committee that wait for this body's publicity */
  count: number
  /** working days of the publicity */
  days: number
  /** single persons instead of all of them */
  ids?: number[]
  size?: ButtonProps['size']
  disabled?: boolean
  onDone?: () => void
}

/** Publicises a whole committee or chosen persons, after saying how many they are. */
export function PublishButton({ meetingId, count, days, ids, size, disabled, onDone }: Props) {
  const [open, setOpen] = useState(false)
  const [contact, setContact] = useState('')
  const { run, pending } = useCommand(`/results/${meetingId}/publicity`, {
    onDone: () => {
      setOpen(false)
      onDone?.()
    },
  })
  return (
    <>
      <Button
        type="primary"
        size={size}
        disabled={disabled}
        title={disabled && !ids ? '评委会上传会议纪要后才能公示' : undefined}
        onClick={() => setOpen(true)}
      >
        {ids ? `公示所选${ids.length > 0 ? `（${ids.length} 人）` : ''}` : '公示整个评委会'}
      </Button>
      <Modal
        open={open}
        title={ids ? `公示所选 ${ids.length} 人` : `公示整个评委会的 ${count} 人`}
        okText="公示"
        cancelText="取消"
        confirmLoading={pending}
        onCancel={() => setOpen(false)}
        onOk={() =>
          void run({ ...(ids && { applicationIds: ids }), contact: contact.trim() || null })
        }
      >
        <p>通过的人员进入公示期，未通过的人员转入评审未通过人员管理。</p>
        {open && <PeriodEnd days={days} then="可转入结果库" />}
        <Input
          maxLength={200}
          aria-label="联系方式"
          placeholder="公示联系方式，如受理电话、邮箱（可不填）"
          value={contact}
          onChange={(event) => setContact(event.target.value)}
        />
      </Modal>
    </>
  )
}
