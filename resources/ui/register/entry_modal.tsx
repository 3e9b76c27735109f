import { Button, Modal, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import type { Done } from '~/ui/command'
import { CommandForm } from '~/ui/command_form'

interface Props {
  open: boolean
  title: string
  path: string
  method?: 'POST' | 'PUT'
  initial?: Record<string, unknown>
  form?: FormInstance
  body?: (values: Record<string, unknown>) => unknown
  wide?: boolean
  hint?: ReactNode
  onClose: () => void
  onDone?: (done: Done) => void
  children: ReactNode
}

/** Adding and editing a row of a register. */
export function EntryModal(props: Props) {
  return (
    <Modal
      open={props.open}
      title={props.title}
      width={props.wide ? 'min(900px, 94vw)' : 'min(560px, 94vw)'}
      footer={null}
      maskClosable={false}
      destroyOnHidden
      onCancel={props.onClose}
    >
      {props.hint && <p className="muted">{props.hint}</p>}
      <CommandForm
        path={props.path}
        method={props.method}
        submit="保存"
        form={props.form}
        initial={props.initial}
        body={props.body}
        layout={props.wide ? 'grid' : 'vertical'}
        onDone={(done) => {
          props.onClose()
          props.onDone?.(done)
        }}
        extra={<Button onClick={props.onClose}>取消</Button>}
      >
        {props.children}
      </CommandForm>
    </Modal>
  )
}
