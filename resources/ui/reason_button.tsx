import { Button, Input, Modal, type ButtonProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { useCommand, type Done } from './command'

interface Props {
  path: string
  title: string
  /** what happens, with counts */
  hint?: ReactNode
  label?: string
  body?: Record<string, unknown>
  /** name under which the words are sent */
  field?: string
  danger?: boolean
  type?: ButtonProps['type']
  size?: ButtonProps['size']
  disabled?: boolean
  onDone?: (done: Done) => void
  children: ReactNode
}

/** A button whose command needs a reason in words. */
export function ReasonButton(props: Props) {
  const { label = '原因', field = 'reason' } = props
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const { run, pending, errors } = useCommand(props.path, {
    onDone: (done) => {
      setOpen(false)
      setWords('')
      props.onDone?.(done)
    },
  })
  const fault = errors.find((error) => error.field === field)?.message
  return (
    <>
      <Button
        type={props.type}
        size={props.size}
        danger={props.danger}
        disabled={props.disabled}
        onClick={() => setOpen(true)}
      >
        {props.children}
      </Button>
      <Modal
        open={open}
        title={props.title}
        okText="确定"
        cancelText="取消"
        okButtonProps={{ danger: props.danger, loading: pending, disabled: !words.trim() }}
        onOk={() => void run({ ...props.body, [field]: words })}
        onCancel={() => setOpen(false)}
      >
        {props.hint && <p>{props.hint}</p>}
        <Input.TextArea
          rows={4}
          maxLength={500}
          showCount
          style={{ marginBottom: 24 }}
          aria-label={label}
          placeholder={label}
          status={fault ? 'error' : undefined}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {fault && (
          <div role="alert" style={{ color: '#c0392b', fontSize: 13 }}>
            {fault}
          </div>
        )}
      </Modal>
    </>
  )
}
