import { App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import type { StagePage } from './types'

interface BulkProps extends StagePage {
  path: string
  selected: number[]
  all: number[]
  onDone: () => void
}

/** Several cases at once: 批量通过, 全部通过, 批量否决 (HB-74), or a signature on several scores. */
export function Bulk({ stage, path, selected, all, onDone }: BulkProps) {
  const { modal } = App.useApp()
  const { run, pending } = useCommand(path, { onDone })
  const ask = (label: string, ids: number[], body: unknown) =>
    modal.confirm({
      title: `${label} ${ids.length} 人？`,
      content: stage.ballot === 'secret' ? '投票提交后不能修改。' : undefined,
      okText: '确定',
      cancelText: '取消',
      onOk: () => run(body),
    })
  const votes = (ids: number[], choice: string) => ({
    votes: ids.map((caseId) => ({ caseId, choice })),
  })
  if (stage.primitive === 'confirm')
    return (
      <>
        <Button
          type="primary"
          disabled={selected.length === 0}
          loading={pending}
          onClick={() => ask('确认', selected, { caseIds: selected, agree: true })}
        >
          确认{selected.length > 0 && `（${selected.length}）`}
        </Button>
        <Button
          danger
          disabled={selected.length === 0}
          onClick={() => ask('退回上一步', selected, { caseIds: selected, agree: false })}
        >
          退回上一步
        </Button>
      </>
    )
  return (
    <>
      <Button
        type="primary"
        disabled={selected.length === 0}
        loading={pending}
        onClick={() => ask('批量通过', selected, votes(selected, 'yes'))}
      >
        批量通过{selected.length > 0 && `（${selected.length}）`}
      </Button>
      <Button disabled={all.length === 0} onClick={() => ask('全部通过', all, votes(all, 'yes'))}>
        全部通过（{all.length}）
      </Button>
      <Button
        danger
        disabled={selected.length === 0}
        onClick={() => ask('批量否决', selected, votes(selected, 'no'))}
      >
        批量否决
      </Button>
    </>
  )
}

interface AssignProps extends StagePage {
  path: string
  caseIds: number[]
  onClose: () => void
}

/** Lead, and second where the mode has one. */
export function AssignDialog({ stage, members, caseIds, path, onClose }: AssignProps) {
  const [lead, setLead] = useState<number | null>(null)
  const [second, setSecond] = useState<number | null>(null)
  const { run, pending, errors } = useCommand(path, { onDone: onClose })
  const options = members.map(({ id, name, isLeader }) => ({
    value: id,
    label: isLeader ? `${name}（组长）` : name,
  }))
  const choose = (label: string, value: number | null, set: (id: number) => void) => (
    <label style={{ display: 'block', marginBottom: 14 }}>
      {label}
      <Select
        style={{ width: '100%' }}
        aria-label={label}
        placeholder={`请选择${label}`}
        options={options}
        value={value}
        onChange={set}
      />
    </label>
  )
  return (
    <Modal
      open
      title={`${stage.label}（${caseIds.length} 人）`}
      okText="确定"
      cancelText="取消"
      okButtonProps={{
        disabled: lead === null || (stage.subject === 'second' && second === null),
        loading: pending,
      }}
      onOk={() =>
        void run({ caseIds, leadId: lead, secondId: stage.subject === 'second' ? second : null })
      }
      onCancel={onClose}
    >
      {choose('主审专家', lead, setLead)}
      {stage.subject === 'second' && choose('副审专家', second, setSecond)}
      {errors.map(({ field, message }) => (
        <div role="alert" key={field} style={{ color: '#c0392b' }}>
          {message}
        </div>
      ))}
    </Modal>
  )
}
