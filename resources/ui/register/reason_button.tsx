import { Button, Form, Input, Modal, type ButtonProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { CommandForm } from '~/ui/command_form'

interface Props {
  path: string
  /** what is asked, e.g. “注销发证单位编码 4301？” */
  title: string
  label: string
  hint?: ReactNode
  body?: Record<string, unknown>
  danger?: boolean
  type?: ButtonProps['type']
  children: ReactNode
}

/** A button for what needs a reason: the question and the reason stand in one dialog. */
export function ReasonButton(props: Props) {
  const [open, setOpen] = useState(false)
  const { danger = true, type = 'link' } = props
  return (
    <>
      <Button type={type} size="small" danger={danger} onClick={() => setOpen(true)}>
        {props.children}
      </Button>
      <Modal
        open={open}
        title={props.title}
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        {props.hint && <p className="muted">{props.hint}</p>}
        <CommandForm
          path={props.path}
          submit="确定"
          body={(values) => ({ ...props.body, ...values })}
          onDone={() => setOpen(false)}
          extra={<Button onClick={() => setOpen(false)}>取消</Button>}
        >
          <Form.Item
            name="reason"
            label={props.label}
            rules={[{ required: true, whitespace: true, message: `请填写${props.label}` }]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={300} showCount />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
