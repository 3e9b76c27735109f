import { Button, Form, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'

/** Plays the newest applications under the draft before it is published. */
export function SimulateButton({ draft, faults }: { draft: { id: number }; faults: number }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        disabled={faults > 0}
        title={faults > 0 ? `还有 ${faults} 处问题` : undefined}
        onClick={() => setOpen(true)}
      >
        试算
      </Button>
      <Modal
        open={open}
        title="用真实申报试算"
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <p className="muted">
          取最近的若干件申报，分别按现行规则和这份草稿推算，列出结果不同的申报和原因。只推算，不改动任何申报。
        </p>
        <CommandForm
          path={`/rules/drafts/${draft.id}/simulations`}
          submit="开始试算"
          initial={{ sample: 200 }}
          extra={<Button onClick={() => setOpen(false)}>取消</Button>}
        >
          <Form.Item name="sample" label="最近多少件">
            <InputNumber min={1} max={2000} precision={0} suffix="件" style={{ width: 180 }} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
