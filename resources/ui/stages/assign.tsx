import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import type { Column } from '../data_table'
import { WholeTable } from '../whole_table'
import type { MemberPerson, StagePage } from './types'

interface AssignProps extends StagePage {
  path: string
  caseIds: number[] | 'all'
  onClose: () => void
}

/** 分配主审专家, 分配主副审: one lead, and one second where the mode has one, out of the group (HN-04, HB-68). */
export function AssignDialog({ stage, people, caseIds, open, path, onClose }: AssignProps) {
  const [lead, setLead] = useState<number | null>(null)
  const [second, setSecond] = useState<number | null>(null)
  const { run, pending, errors } = useCommand(path, { onDone: onClose })
  const hasSecond = stage.subject === 'second'
  const all = caseIds === 'all'
  const pick = (
    label: string,
    value: number | null,
    other: number | null,
    set: (id: number) => void
  ): Column<MemberPerson> => ({
    key: label,
    title: label,
    acts: true,
    align: 'center',
    fixed: 'left',
    render: (_, row) => (
      <Radio
        aria-label={`${label}：${row.name}`}
        checked={value === row.id}
        disabled={other === row.id}
        onChange={() => set(row.id)}
      />
    ),
  })
  return (
    <Modal
      open
      width="min(1060px, 96vw)"
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
      <WholeTable<MemberPerson>
        name="assign-people"
        size="small"
        rowKey="id"
        rows={people}
        pageSize={10}
        printable={false}
        search={{ label: '姓名或推荐专业', text: ({ name, specialty }) => `${name} ${specialty}` }}
        columns={[
          pick('主审', lead, hasSecond ? second : null, setLead),
          ...(hasSecond ? [pick('副审', second, lead, setSecond)] : []),
          {
            key: 'no',
            title: '编号',
            className: 'num',
            render: (_, row) => people.indexOf(row) + 1,
          },
          {
            key: 'name',
            title: '专家姓名',
            render: (_, row) => (row.isLeader ? `${row.name}（组长）` : row.name),
          },
          { key: 'phone', title: '手机号码', className: 'num', dataIndex: 'phone' },
          { key: 'title', title: '专业技术职务', dataIndex: 'title' },
          { key: 'level', title: '专业技术职务等级', dataIndex: 'level' },
          { key: 'specialty', title: '推荐专业', dataIndex: 'specialty' },
          { key: 'idNumber', title: '证件号', className: 'num', dataIndex: 'idNumber' },
          { key: 'sex', title: '性别', dataIndex: 'sex' },
          { key: 'load', title: '已分配', align: 'right', className: 'num', dataIndex: 'load' },
        ]}
      />
      {errors.map(({ field, message }) => (
        <div role="alert" key={field} className="fault">
          {message}
        </div>
      ))}
    </Modal>
  )
}
