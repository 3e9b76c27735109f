import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'

interface Props {
  draft: { id: number; version: number }
  faults: number
  unsaved?: boolean
}

/** Publishing asks for a note; a draft with faults can't be published. */
export function PublishButton({ draft, faults, unsaved = false }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        type="primary"
        disabled={faults > 0 || unsaved}
        title={faults > 0 ? `还有 ${faults} 处问题` : unsaved ? '还有未保存的修改' : undefined}
        onClick={() => setOpen(true)}
      >
        发布
      </Button>
      <Modal
        open={open}
        title="发布为新的版本？"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <p className="muted">
          发布后不能再改，新开的批次采用这个版本；已开的批次仍按原来的版本办到底。
        </p>
        <CommandForm
          path={`/rules/drafts/${draft.id}/publish`}
          submit="发布"
          body={(values) => ({ ...values, version: draft.version })}
          extra={<Button onClick={() => setOpen(false)}>取消</Button>}
        >
          <Form.Item
            name="note"
            label="发布说明"
            extra="写明改了什么、依据哪份文件，今后查阅版本时显示。"
            rules={[{ required: true, whitespace: true, message: '请填写发布说明' }]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={300} showCount />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
