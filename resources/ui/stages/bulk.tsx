import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import { CommandForm } from '../command_form'
import type { StagePage } from './types'

interface BulkProps extends StagePage {
  path: string
  selected: number[]
  onDone: () => void
}

/** Several cases at once: 批量通过, 全部通过, 批量否决 (HB-74), or a signature on several scores. */
export function Bulk(props: BulkProps) {
  const { stage, path, selected, open, onDone } = props
  const { modal } = App.useApp()
  const { run, pending } = useCommand(path, { onDone })
  const [refusing, refuse] = useState(false)
  const ask = (label: string, count: number, body: unknown) =>
    modal.confirm({
      title: `${label} ${count} 人？`,
      content: stage.ballot === 'secret' ? '投票提交后不能修改。' : undefined,
      okText: '确定',
      cancelText: '取消',
      onOk: () => run(body),
    })
  const votes = (choice: string) => ({
    votes: selected.map((caseId) => ({ caseId, choice })),
  })
  const none = selected.length === 0
  const chosen = none ? '' : `（${selected.length}）`
  if (stage.primitive === 'confirm')
    return (
      <>
        <Button
          type="primary"
          disabled={none}
          loading={pending}
          onClick={() => ask('确认', selected.length, { caseIds: selected, agree: true })}
        >
          批量确认{chosen}
        </Button>
        <Button
          disabled={open === 0}
          onClick={() => ask('全部确认', open, { all: true, agree: true })}
        >
          全部确认（{open}）
        </Button>
        <Button danger disabled={none} onClick={() => refuse(true)}>
          退回上一步{chosen}
        </Button>
        {refusing && (
          <RefuseDialog
            path={path}
            caseIds={selected}
            onClose={() => refuse(false)}
            onDone={onDone}
          />
        )}
      </>
    )
  return (
    <>
      <Button
        type="primary"
        disabled={none}
        loading={pending}
        onClick={() => ask('批量通过', selected.length, votes('yes'))}
      >
        批量通过{chosen}
      </Button>
      <Button disabled={open === 0} onClick={() => ask('全部通过', open, { all: 'yes' })}>
        全部通过（{open}）
      </Button>
      <Button danger disabled={none} onClick={() => ask('批量否决', selected.length, votes('no'))}>
        批量否决{chosen}
      </Button>
    </>
  )
}

interface RefuseProps {
  path: string
  caseIds: number[]
  onClose: () => void
  onDone: () => void
}

/** A score goes one step back, with what is to be mended. */
export function RefuseDialog({ path, caseIds, onClose, onDone }: RefuseProps) {
  return (
    <Modal open title={`退回上一步（${caseIds.length} 人）`} footer={null} onCancel={onClose}>
      <CommandForm
        path={path}
        submit="退回"
        body={(values) => ({ ...values, caseIds, agree: false })}
        onDone={() => {
          onClose()
          onDone()
        }}
      >
        <Form.Item
          name="reason"
          label="退回原因"
          rules={[{ required: true, message: '请说明需要修改的内容' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
      </CommandForm>
    </Modal>
  )
}
