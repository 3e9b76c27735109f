import { Button, Progress, Select, Table, Tabs } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { Link } from '~/ui/link'
import { AddGroup, ScoreSheet } from '~/ui/meeting_forms'
import { PageHead } from '~/ui/page_head'
import { Slips, type Slip } from '~/ui/slips'
import { OUTCOMES } from '~/ui/stages/types'
import { MEETING_STATUS } from './index'

type Props = {
  meeting: {
    id: number
    name: string
    status: string
    place: string
    mode: string
    startsOn: string
    endsOn: string
  }
  officeStages: { id: string; label: string }[]
  overview: { id: string; label: string; scope: string; done: number; total: number }[]
  groups: { id: number; name: string }[]
  members: {
    id: number
    expertId: number
    name: string
    groupId: number | null
    office: string | null
    isLeader: boolean
    isReporter: boolean
  }[]
  pool: { id: number; name: string; unit: string; title: string; specialty: string }[]
  cases: {
    id: number
    number: number
    name: string
    unit: string
    specialty: string
    title: string
    groupId: number | null
    outcome: string | null
  }[]
  waiting: number
  sheet: { id: string; label: string; max: number }[]
  needsSheet: boolean
  votingNote: string
}

export default function Meeting(props: Props) {
  const { meeting } = props
  const [slips, setSlips] = useState<Slip[]>([])
  const preparing = meeting.status === 'preparing'
  return (
    <>
      <PageHead
        title={meeting.name}
        hint={`${meeting.mode}　${meeting.startsOn} 至 ${meeting.endsOn}　${MEETING_STATUS[meeting.status]}`}
        actions={
          preparing && (
            <CommandButton
              type="primary"
              path={`/meetings/${meeting.id}/start`}
              confirm={{
                title: '开始评审会议？',
                content: `${props.members.length} 位评委、${props.cases.length} 份参评材料。开始后准备事项不能再修改。`,
              }}
              onDone={(done) => setSlips((done.data as { slips: Slip[] }).slips)}
            >
              开始会议
            </CommandButton>
          )
        }
      />
      <div className="card">
        <Tabs
          items={[
            { key: 'progress', label: '进度', children: <Overview {...props} /> },
            {
              key: 'groups',
              label: `分组（${props.groups.length}）`,
              children: <Groups {...props} />,
            },
            {
              key: 'members',
              label: `评委（${props.members.length}）`,
              children: <Members {...props} />,
            },
            {
              key: 'cases',
              label: `参评材料（${props.cases.length}）`,
              children: <Cases {...props} />,
            },
            ...(props.needsSheet
              ? [
                  {
                    key: 'sheet',
                    label: '评分标准',
                    children: (
                      <ScoreSheet meetingId={meeting.id} sheet={props.sheet} editable={preparing} />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}

function Overview({ overview, officeStages, meeting, votingNote }: Props) {
  return (
    <>
      <p className="muted">{votingNote}</p>
      <Table
        size="middle"
        rowKey="id"
        pagination={false}
        dataSource={overview}
        columns={[
          { key: 'label', title: '环节', dataIndex: 'label' },
          {
            key: 'scope',
            title: '范围',
            render: (_, row) => (row.scope === 'group' ? '专业组' : '评委会'),
          },
          {
            key: 'progress',
            title: '完成',
            width: 320,
            render: (_, row) => (
              <Progress
                aria-label={`${row.label}进度`}
                percent={row.total ? Math.round((100 * row.done) / row.total) : 0}
                format={() => `${row.done} / ${row.total}`}
              />
            ),
          },
          {
            key: 'act',
            title: '操作',
            render: (_, row) =>
              officeStages.some(({ id }) => id === row.id) ? (
                <Link href={`/meetings/${meeting.id}/stages/${row.id}`}>办理</Link>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </>
  )
}

function Groups({ groups, members, cases, meeting }: Props) {
  return (
    <>
      {meeting.status === 'preparing' && <AddGroup meetingId={meeting.id} />}
      <Table
        size="middle"
        rowKey="id"
        pagination={false}
        dataSource={groups}
        locale={{ emptyText: '还没有分组；不分组的评审模式可以不建' }}
        columns={[
          { key: 'name', title: '分组名', dataIndex: 'name' },
          {
            key: 'members',
            title: '评委',
            render: (_, group) =>
              members
                .filter(({ groupId }) => groupId === group.id)
                .map(({ name }) => name)
                .join('、') || '—',
          },
          {
            key: 'cases',
            title: '参评材料',
            align: 'right',
            className: 'num',
            render: (_, group) => cases.filter(({ groupId }) => groupId === group.id).length,
          },
        ]}
      />
    </>
  )
}

const OFFICES = [
  { value: 'chair', label: '主任' },
  { value: 'vice_chair', label: '副主任' },
]

function Members({ pool, members, groups, meeting }: Props) {
  const { run, pending } = useCommand(`/meetings/${meeting.id}/members`)
  const disabled = meeting.status !== 'preparing' || pending
  const of = (expertId: number) => members.find((member) => member.expertId === expertId)
  const set = (expertId: number, changes: object) => {
    const now = of(expertId)
    void run({
      expertId,
      groupId: now?.groupId ?? null,
      office: now?.office ?? null,
      isLeader: now?.isLeader ?? false,
      isReporter: now?.isReporter ?? false,
      ...changes,
    })
  }
  return (
    <Table
      size="middle"
      rowKey="id"
      dataSource={pool}
      scroll={{ x: 'max-content' }}
      pagination={
        pool.length > 20 ? { pageSize: 20, showTotal: (total) => `共 ${total} 人` } : false
      }
      columns={[
        { key: 'name', title: '姓名', dataIndex: 'name' },
        { key: 'unit', title: '工作单位', dataIndex: 'unit' },
        { key: 'title', title: '职称', dataIndex: 'title' },
        { key: 'specialty', title: '专业', dataIndex: 'specialty' },
        {
          key: 'group',
          title: '分组',
          render: (_, row) => (
            <Select
              allowClear
              style={{ minWidth: 130 }}
              disabled={disabled}
              aria-label={`${row.name}的分组`}
              placeholder={of(row.id) ? '不分组' : '—'}
              value={of(row.id)?.groupId ?? null}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(groupId) => set(row.id, { groupId: groupId ?? null })}
            />
          ),
        },
        {
          key: 'office',
          title: '职务',
          render: (_, row) => (
            <Select
              allowClear
              style={{ minWidth: 110 }}
              disabled={disabled}
              aria-label={`${row.name}的职务`}
              placeholder="—"
              value={of(row.id)?.office ?? null}
              options={OFFICES}
              onChange={(office) => set(row.id, { office: office ?? null })}
            />
          ),
        },
        {
          key: 'duty',
          title: '组长 / 上报人',
          render: (_, row) => {
            const now = of(row.id)
            return (
              <>
                <Button
                  size="small"
                  type={now?.isLeader ? 'primary' : 'default'}
                  disabled={disabled || !now}
                  onClick={() => set(row.id, { isLeader: !now?.isLeader })}
                >
                  组长
                </Button>{' '}
                <Button
                  size="small"
                  type={now?.isReporter ? 'primary' : 'default'}
                  disabled={disabled || !now}
                  onClick={() => set(row.id, { isReporter: !now?.isReporter })}
                >
                  上报人
                </Button>
              </>
            )
          },
        },
        {
          key: 'in',
          title: '参会',
          render: (_, row) =>
            of(row.id) ? (
              '是'
            ) : (
              <Button size="small" disabled={disabled} onClick={() => set(row.id, {})}>
                加入
              </Button>
            ),
        },
      ]}
    />
  )
}

function Cases({ cases, groups, waiting, meeting }: Props) {
  const [selected, select] = useState<number[]>([])
  const { run, pending } = useCommand(`/meetings/${meeting.id}/cases/group`, {
    onDone: () => select([]),
  })
  const preparing = meeting.status === 'preparing'
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  return (
    <>
      {preparing && (
        <div className="table-tools">
          <CommandButton
            path={`/meetings/${meeting.id}/cases`}
            disabled={waiting === 0}
            confirm={{ title: `把 ${waiting} 份资格审核通过的申报加入会议？` }}
          >
            加入参评材料（{waiting} 份待加入）
          </CommandButton>
          {groups.length > 0 && (
            <Select
              style={{ minWidth: 220 }}
              placeholder={
                selected.length ? `把所选 ${selected.length} 份分到` : '把未分组的全部分到'
              }
              aria-label="分组"
              loading={pending}
              value={null}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(groupId) =>
                void run({ groupId, ...(selected.length && { caseIds: selected }) })
              }
            />
          )}
        </div>
      )}
      <Table
        size="middle"
        rowKey="id"
        dataSource={cases}
        scroll={{ x: 'max-content' }}
        pagination={
          cases.length > 20 ? { pageSize: 20, showTotal: (total) => `共 ${total} 份` } : false
        }
        rowSelection={
          preparing
            ? { selectedRowKeys: selected, onChange: (keys) => select(keys.map(Number)) }
            : undefined
        }
        locale={{ emptyText: '还没有参评材料' }}
        columns={[
          { key: 'number', title: '编号', align: 'right', className: 'num', dataIndex: 'number' },
          { key: 'name', title: '姓名', dataIndex: 'name' },
          { key: 'unit', title: '单位', dataIndex: 'unit' },
          { key: 'specialty', title: '申报专业', dataIndex: 'specialty' },
          { key: 'title', title: '申报职称', dataIndex: 'title' },
          {
            key: 'group',
            title: '分组',
            render: (_, row) => (row.groupId ? names.get(row.groupId) : '—'),
          },
          {
            key: 'outcome',
            title: '评审结果',
            render: (_, row) => OUTCOMES[row.outcome ?? ''] ?? '—',
          },
        ]}
      />
    </>
  )
}
