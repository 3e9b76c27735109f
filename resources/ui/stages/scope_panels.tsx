import { Select, Table } from 'antd'
import { useCommand } from '../command'
import { CommandButton } from '../command_button'
import type { StagePage } from './types'

type Props = StagePage & { path: string }

/** 指定组长 */
export function Leaders({ groups, members, path }: Props) {
  const { run, pending } = useCommand(path)
  return (
    <div className="card">
      <Table
        size="middle"
        rowKey="id"
        pagination={false}
        dataSource={groups}
        columns={[
          { key: 'name', title: '分组', dataIndex: 'name' },
          {
            key: 'leader',
            title: '组长',
            render: (_, group) => {
              const own = members.filter(({ groupId }) => groupId === group.id)
              return (
                <Select
                  style={{ minWidth: 200 }}
                  aria-label={`${group.name}组长`}
                  placeholder="请选择组长"
                  loading={pending}
                  value={own.find(({ isLeader }) => isLeader)?.id ?? null}
                  options={own.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(memberId) => void run({ groupId: group.id, memberId })}
                />
              )
            },
          },
        ]}
      />
    </div>
  )
}

/** 评分标准确认 */
export function Criteria({ sheet, scopeDone, path }: Props) {
  return (
    <div className="card">
      <Table
        size="middle"
        rowKey="id"
        pagination={false}
        dataSource={sheet}
        style={{ maxWidth: 560, marginBottom: 18 }}
        columns={[
          { key: 'label', title: '评分项', dataIndex: 'label' },
          { key: 'max', title: '满分', align: 'right', className: 'num', dataIndex: 'max' },
        ]}
      />
      {scopeDone ? (
        <p style={{ margin: 0 }}>评分标准已确认。</p>
      ) : (
        <CommandButton
          type="primary"
          path={path}
          confirm={{ title: '确认本次会议的评分标准？', content: '确认后按此标准打分。' }}
        >
          确认
        </CommandButton>
      )}
    </div>
  )
}
