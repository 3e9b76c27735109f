import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'
import { must } from '~/ui/must'

interface Props {
  number: number
  batches: { value: number; label: string }[]
}

/** Takes a running batch over to this version; the dry run comes first and changes nothing. */
export function ErratumButton({ number, batches }: Props) {
  const [open, setOpen] = useState(false)
  if (batches.length === 0) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>勘误到进行中的批次</Button>
      <Modal
        open={open}
        title={`让进行中的批次改用第 ${number} 版规则`}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <p className="muted">
          仅用于更正差错。先预演：逐件列出哪些申报可以改用、结果有何不同；确认之前不改动任何申报。已进入评审或已有结果的申报始终按原规则办完。
        </p>
        <CommandForm
          path={`/rules/versions/${number}/errata`}
          submit="开始预演"
          extra={<Button onClick={() => setOpen(false)}>取消</Button>}
        >
          <Form.Item
            name="batchId"
            label="批次"
            rules={[{ required: true, message: '请选择批次' }]}
          >
            <Select options={batches} placeholder="选择批次" />
          </Form.Item>
          <Form.Item name="reason" label="勘误原因" rules={must('勘误原因')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} showCount />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
