import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'

interface Props {
  path: string
  slug: string
  body?: object
  title: string
  hint: string
  disabled?: boolean
  children: string
}

/** For what can't be undone: whoever means it types the province's name. */
export function NamedButton({ path, slug, body, title, hint, disabled, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button danger size="small" disabled={disabled} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Modal
        open={open}
        title={title}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <p className="muted">{hint}</p>
        <CommandForm
          path={path}
          submit={children}
          body={(values) => ({ ...body, ...values })}
          onDone={() => setOpen(false)}
          extra={<Button onClick={() => setOpen(false)}>取消</Button>}
        >
          <Form.Item
            name="slug"
            label={`输入租户标识 ${slug} 以确认`}
            rules={[{ required: true, message: '请输入租户标识' }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
