import { MEMBER_STATUS, OFFICES } from '#evaluations/words'
import { Button, Checkbox, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import { CommandButton } from '../command_button'
import { CommandForm } from '../command_form'
import { DataTable, type Column } from '../data_table'
import type { Slip } from '../slips'
import { OFFICE_OPTIONS, type MeetingPage, type PoolRow } from './types'

type Props = MeetingPage & { onSlips: (slips: Slip[]) => void }

/** 评委: who takes part in which place; during the meeting, who is away and who stands in. */
export function MembersTab(props: Props) {
  const { pool, groups, meeting, filters } = props
  const [leaving, leave] = useState<PoolRow | null>(null)
  const [changing, change] = useState<PoolRow | null>(null)
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const preparing = meeting.status === 'preparing'
  if (!pool) return null
  const columns: Column<PoolRow>[] = [
    { key: 'name', title: '姓名', dataIndex: 'name' },
    { key: 'unit', title: '工作单位', dataIndex: 'unit' },
    { key: 'title', title: '职称', dataIndex: 'title' },
    { key: 'specialty', title: '专业', dataIndex: 'specialty' },
  ]
  return (
    <>
      <DataTable<PoolRow>
        name="meeting-members"
        rowKey="id"
        paged={pool}
        keep={{ tab: 'members' }}
        filters={[
          { name: 'q', label: '姓名或单位' },
          ...(groups.length > 0
            ? [
                {
                  name: 'group',
                  label: '分组',
                  options: groups.map(({ id, name }) => ({ value: String(id), label: name })),
                },
              ]
            : []),
        ]}
        values={filters}
        tools={
          preparing &&
          props.addable > 0 && (
            <CommandButton
              path={`/meetings/${meeting.id}/members/all`}
              confirm={{
                title: `全部加入 ${props.addable} 位专家？`,
                content:
                  '评委库中审核通过、任期未满、没有失信记录的专家加入会议，加入后可以逐位移出。',
              }}
            >
              全部加入（{props.addable}）
            </CommandButton>
          )
        }
        empty={{ title: '评委库中还没有专家', hint: '请先在“评委会管理”中把专家加入评委库。' }}
        columns={
          preparing
            ? [...columns, ...seats(props)]
            : [
                ...columns,
                {
                  key: 'group',
                  title: '分组',
                  render: (_, row) => (row.groupId ? names.get(row.groupId) : '—'),
                },
                { key: 'duty', title: '职务', render: (_, row) => dutyOf(row) || '—' },
                {
                  key: 'status',
                  title: '参会情况',
                  render: (_, row) => (
                    <>
                      {MEMBER_STATUS[row.status ?? ''] ?? '—'}
                      {row.reason && <div className="muted">{row.reason}</div>}
                    </>
                  ),
                },
                {
                  key: 'act',
                  title: '操作',
                  acts: true,
                  render: (_, row) =>
                    meeting.status === 'in_session' && (
                      <Attendance {...props} row={row} onLeave={leave} onChange={change} />
                    ),
                },
              ]
        }
      />
      {leaving && <Leave meetingId={meeting.id} row={leaving} onClose={() => leave(null)} />}
      {changing && <Duty meetingId={meeting.id} row={changing} onClose={() => change(null)} />}
    </>
  )
}

const dutyOf = (row: PoolRow) =>
  [OFFICES[row.office ?? ''], row.isLeader && '组长', row.isReporter && '上报人']
    .filter(Boolean)
    .join('、')

function seats({ groups, meeting }: Props): Column<PoolRow>[] {
  return [
    {
      key: 'seat',
      title: '分组、职务、参会',
      render: (_, row) => <Seat row={row} groups={groups} meetingId={meeting.id} />,
    },
  ]
}

function Seat({
  row,
  groups,
  meetingId,
}: {
  row: PoolRow
  groups: MeetingPage['groups']
  meetingId: number
}) {
  const { run, pending } = useCommand(`/meetings/${meetingId}/members`)
  const isIn = row.memberId !== null
  const set = (changes: object) =>
    void run({
      expertId: row.id,
      groupId: row.groupId,
      office: row.office,
      isLeader: row.isLeader,
      isReporter: row.isReporter,
      ...changes,
    })
  if (!isIn)
    return (
      <Button size="small" disabled={pending} onClick={() => set({})}>
        加入
      </Button>
    )
  return (
    <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
      {groups.length > 0 && (
        <Select
          allowClear
          size="small"
          style={{ minWidth: 130 }}
          disabled={pending}
          aria-label={`${row.name}的分组`}
          placeholder="不分组"
          value={row.groupId}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(groupId) => set({ groupId: groupId ?? null })}
        />
      )}
      <Select
        allowClear
        size="small"
        style={{ minWidth: 100 }}
        disabled={pending}
        aria-label={`${row.name}的职务`}
        placeholder="评委"
        value={row.office}
        options={OFFICE_OPTIONS}
        onChange={(office) => set({ office: office ?? null })}
      />
      <Checkbox
        checked={row.isLeader}
        disabled={pending}
        onChange={() => set({ isLeader: !row.isLeader })}
      >
        组长
      </Checkbox>
      <Checkbox
        checked={row.isReporter}
        disabled={pending}
        onChange={() => set({ isReporter: !row.isReporter })}
      >
        上报人
      </Checkbox>
      {!row.isDrawn && (
        <CommandButton
          size="small"
          path={`/meetings/${meetingId}/members/remove`}
          body={{ memberId: row.memberId }}
          confirm={{
            title: `把${row.name}移出会议？`,
            content: '分组和职务一并取消，会议开始前可以重新加入。',
          }}
        >
          移出
        </CommandButton>
      )}
    </div>
  )
}

function Attendance({
  meeting,
  row,
  onLeave,
  onChange,
  onSlips,
}: Props & {
  row: PoolRow
  onLeave: (row: PoolRow) => void
  onChange: (row: PoolRow) => void
}) {
  const path = `/meetings/${meeting.id}`
  if (row.status !== 'active')
    return row.status === 'absent' || row.status === 'withdrawn' ? (
      <CommandButton
        size="small"
        path={`${path}/return`}
        body={{ memberId: row.memberId }}
        confirm={{
          title: `${row.name}恢复参会？`,
          content: '投票进行时不能恢复。恢复后计入以后的出席和应投票人数。',
        }}
      >
        恢复参会
      </CommandButton>
    ) : null
  return (
    <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
      <Button size="small" onClick={() => onLeave(row)}>
        缺席 / 退出
      </Button>
      <Button size="small" onClick={() => onChange(row)}>
        调整职务
      </Button>
      {row.hasAccount && (
        <CommandButton
          size="small"
          path={`${path}/slips`}
          body={{ memberId: row.memberId }}
          confirm={{
            title: `为${row.name}重新生成激活码？`,
            content: '原密码和原激活码立即失效，已登录的会被退出。',
          }}
          onDone={(done) => onSlips((done.data as { slips: Slip[] }).slips)}
        >
          补发账号条
        </CommandButton>
      )}
    </div>
  )
}

interface DialogProps {
  meetingId: number
  row: PoolRow
  onClose: () => void
}

function Leave({ meetingId, row, onClose }: DialogProps) {
  return (
    <Modal open title={`${row.name}：缺席或退出`} footer={null} onCancel={onClose}>
      <p className="muted">
        投票进行时不能登记。离会后不再计入以后的出席和应投票人数，已经结束的投票不变；未完成的主审、副审材料转给本组其他专家，已提交的内容保留。
      </p>
      <CommandForm
        path={`/meetings/${meetingId}/leave`}
        submit="登记"
        initial={{ status: 'absent' }}
        body={(values) => ({ ...values, memberId: row.memberId })}
        onDone={onClose}
      >
        <Form.Item name="status" label="情况">
          <Radio.Group
            options={[
              { value: 'absent', label: '缺席' },
              { value: 'withdrawn', label: '中途退出' },
            ]}
          />
        </Form.Item>
        <Form.Item name="reason" label="原因" rules={[{ required: true, message: '请填写原因' }]}>
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </CommandForm>
    </Modal>
  )
}

function Duty({ meetingId, row, onClose }: DialogProps) {
  return (
    <Modal open title={`${row.name}：调整职务`} footer={null} onCancel={onClose}>
      <p className="muted">主任、上报人和每组组长各一位，指定后由新任者接替原任者。</p>
      <CommandForm
        path={`/meetings/${meetingId}/duty`}
        submit="保存"
        initial={{ office: row.office, isLeader: row.isLeader, isReporter: row.isReporter }}
        body={(values) => ({ ...values, office: values.office ?? null, memberId: row.memberId })}
        onDone={onClose}
      >
        <Form.Item name="office" label="职务">
          <Select allowClear placeholder="评委" options={OFFICE_OPTIONS} />
        </Form.Item>
        <Form.Item name="isLeader" valuePropName="checked">
          <Checkbox disabled={row.groupId === null}>本组组长</Checkbox>
        </Form.Item>
        <Form.Item name="isReporter" valuePropName="checked">
          <Checkbox>上报人</Checkbox>
        </Form.Item>
      </CommandForm>
    </Modal>
  )
}
