import { Button, Checkbox, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import { CommandButton } from '../command_button'
import { OUTCOMES, type StagePage, type StageRow } from './types'

type Props = StagePage & { path: string }

/** 小组数据操作, 评委会数据操作, 发起投票: the switch with who is through, never how. */
export function Switch({ stage, counts, path }: Props) {
  if (!counts) return null
  return (
    <div className="card">
      <div style={{ display: 'flex', gap: 48, flexWrap: 'wrap', marginBottom: 20 }}>
        <Figure label={`${counts.phase}：已投票`} value={counts.voted} />
        <Figure label="未投票" value={counts.notVoted} />
      </div>
      <h3 style={{ fontSize: 15, marginBottom: 8 }}>按专业统计参评人数</h3>
      <Table
        size="small"
        rowKey="specialty"
        pagination={false}
        dataSource={counts.bySpecialty}
        style={{ maxWidth: 480, marginBottom: 20 }}
        columns={[
          { key: 'specialty', title: '专业', dataIndex: 'specialty' },
          { key: 'count', title: '参评人数', align: 'right', className: 'num', dataIndex: 'count' },
        ]}
      />
      {counts.opened ? (
        <p style={{ margin: 0 }}>
          投票开关已开启。{counts.closed ? '全体投票完成，已计票。' : '计票在全体投票完成后进行。'}
        </p>
      ) : (
        <CommandButton
          type="primary"
          path={path}
          disabled={counts.blocked !== null}
          confirm={{
            title: `${stage.label}：开启投票？`,
            content: '开启后拟投票不能再修改，未在票源中的评委不能投票。',
          }}
        >
          开启投票
        </CommandButton>
      )}
    </div>
  )
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <div className="muted">{label}</div>
      <div className="num" style={{ fontSize: 34, fontWeight: 600, lineHeight: 1.2 }}>
        {value}
      </div>
    </div>
  )
}

/** 票源: who is present and entitled, fixed before voting. */
export function Roll({ members, committeeSize, scopeDone, path }: Props) {
  const [present, setPresent] = useState<number[]>(members.map(({ id }) => id))
  const quorum = Math.ceil((committeeSize * 2) / 3)
  return (
    <div className="card">
      <p>
        评委会共 {committeeSize} 人，出席应不少于 {quorum} 人，现选{' '}
        <b className="num">{present.length}</b> 人。缺席的评委不能补投，也不能委托投票。
      </p>
      <Checkbox.Group
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
          gap: 8,
          marginBottom: 18,
        }}
        disabled={scopeDone}
        value={present}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(values) => setPresent(values as number[])}
      />
      {scopeDone ? (
        <p style={{ margin: 0 }}>票源已确定。</p>
      ) : (
        <CommandButton
          type="primary"
          path={path}
          body={{ memberIds: present }}
          confirm={{ title: `确定 ${present.length} 人进入投票？` }}
        >
          确定票源
        </CommandButton>
      )}
    </div>
  )
}

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

/** 上报评审结果 */
export function Report({ rows, stage, blocked, meeting, path }: Props) {
  const [remarks, setRemarks] = useState<Record<string, string>>({})
  const { run, pending } = useCommand(path)
  const over = meeting.status !== 'in_session'
  return (
    <div className="card">
      <Table<StageRow>
        size="middle"
        rowKey="id"
        pagination={false}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        columns={[
          { key: 'number', title: '编号', className: 'num', render: (_, row) => row.values.number },
          { key: 'name', title: '姓名', render: (_, row) => row.values.name },
          { key: 'unit', title: '单位名称', render: (_, row) => row.values.unit },
          ...(['yes', 'no', 'abstain'] as const).map((key) => ({
            key,
            title: { yes: '同意票数', no: '反对票数', abstain: '弃权票数' }[key],
            align: 'right' as const,
            className: 'num',
            render: (_: unknown, row: StageRow) => row.values[key] ?? '—',
          })),
          {
            key: 'outcome',
            title: '是否通过',
            render: (_, row) => OUTCOMES[String(row.values.outcome)] ?? '—',
          },
          {
            key: 'remark',
            title: '评委会评议',
            render: (_, row) =>
              over ? (
                row.values.remark
              ) : (
                <Input
                  aria-label={`${row.values.name}评委会评议`}
                  maxLength={1000}
                  defaultValue="同意"
                  onChange={(event) => setRemarks({ ...remarks, [row.id]: event.target.value })}
                />
              ),
          },
        ]}
      />
      <div style={{ marginTop: 18 }}>
        {over ? (
          '评审结果已上报，评委会评审工作结束。'
        ) : (
          <Button
            type="primary"
            disabled={blocked !== null}
            loading={pending}
            onClick={() =>
              void run({
                remarks: { ...Object.fromEntries(rows.map(({ id }) => [id, '同意'])), ...remarks },
              })
            }
          >
            确定提交（{stage.label}）
          </Button>
        )}
      </div>
    </div>
  )
}
