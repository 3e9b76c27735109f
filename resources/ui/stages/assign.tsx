import { Modal, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import type { StagePage } from './types'

interface AssignProps extends StagePage {
  path: string
  caseIds: number[] | 'all'
  onClose: () => void
}

/** Lead, and second where the mode has one. */
export function AssignDialog({ stage, members, caseIds, open, path, onClose }: AssignProps) {
  const [lead, setLead] = useState<number | null>(null)
  const [second, setSecond] = useState<number | null>(null)
  const { run, pending, errors } = useCommand(path, { onDone: onClose })
  const hasSecond = stage.subject === 'second'
  const options = (not: number | null) =>
    members
      .filter(({ id }) => id !== not)
      .map(({ id, name, isLeader }) => ({ value: id, label: isLeader ? `${name}（组长）` : name }))
  const choose = (
    label: string,
    value: number | null,
    not: number | null,
    set: (id: number) => void
  ) => (
    <label style={{ display: 'block', marginBottom: 14 }}>
      {label}
      <Select
        style={{ width: '100%' }}
        aria-label={label}
        placeholder={`请选择${label}`}
        showSearch={{ optionFilterProp: 'label' }}
        options={options(not)}
        value={value}
        onChange={set}
      />
    </label>
  )
  const all = caseIds === 'all'
  return (
    <Modal
      open
      title={`${stage.label}（${all ? open : caseIds.length} 人）`}
      okText="确定"
      cancelText="取消"
      okButtonProps={{
        disabled: lead === null || (hasSecond && second === null),
        loading: pending,
      }}
      onOk={() =>
        void run({
          ...(all ? { all: true } : { caseIds }),
          leadId: lead,
          secondId: hasSecond ? second : null,
        })
      }
      onCancel={onClose}
    >
      {choose('主审专家', lead, second, setLead)}
      {hasSecond && choose('副审专家', second, lead, setSecond)}
      {errors.map(({ field, message }) => (
        <div role="alert" key={field} className="fault">
          {message}
        </div>
      ))}
    </Modal>
  )
}
