import { router } from '@inertiajs/react'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { CommandForm } from '../command_form'
import { AvoidanceFields } from '../meeting/avoidances_tab'
import { useUrl } from '../site'

interface Props {
  meetingId: number
  caseId: number
  name: string | number | null
  /** where to go when the case is no longer the reader's */
  back: string
}

/** An expert says himself that he must step back (R34). */
export function AvoidButton({ meetingId, caseId, name, back }: Props) {
  const [open, setOpen] = useState(false)
  const url = useUrl()
  return (
    <>
      <Button type="link" size="small" className="quiet" onClick={() => setOpen(true)}>
        回避
      </Button>
      <Modal
        open={open}
        title={name ? `申请回避：${name}` : '申请回避'}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <p className="muted">
          与参评人员有亲属、同单位、合作、师生等关系的应当回避。回避后您看不到这位参评人员，已填写的内容不再计入，由本组其他专家接替。
        </p>
        <CommandForm
          path={`/expert/meetings/${meetingId}/avoidances`}
          submit="确认回避"
          body={(values) => ({ ...values, caseId })}
          reload={false}
          onDone={() => {
            setOpen(false)
            router.visit(url(back))
          }}
        >
          <AvoidanceFields />
        </CommandForm>
      </Modal>
    </>
  )
}
