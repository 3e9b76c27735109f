import { OFFICES } from '#evaluations/words'
import { App, Button } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../command_button'
import { WholeTable } from '../whole_table'
import type { MemberPerson, StagePage } from './types'

/** 票源: who is present and entitled, fixed before voting (HB-77). */
export function Roll({
  people,
  committeeSize,
  quorum,
  scopeDone,
  meeting,
  path,
}: StagePage & { path: string }) {
  const [present, setPresent] = useState<number[]>(
    people.filter(({ onRoll }) => onRoll).map(({ id }) => id)
  )
  const needed = Math.ceil((committeeSize * quorum.numerator) / quorum.denominator)
  const short = present.length < needed
  const over = meeting.status !== 'in_session'
  return (
    <div className="card">
      <p>
        评委会共 {committeeSize} 人，出席应不少于 {needed} 人，现选{' '}
        <b className={`num${short ? ' fault' : ''}`}>{present.length}</b> 人。
        缺席的评委不能补投，也不能委托投票。
        {scopeDone && !over && '票源已确定，投票开启前可以重新确定。'}
      </p>
      <div className="table-tools">
        <CommandButton
          type="primary"
          path={path}
          disabled={short || over}
          body={{ memberIds: present }}
          confirm={{ title: `确定 ${present.length} 人进入投票？` }}
        >
          {scopeDone ? '重新确定票源' : '确定票源'}（{present.length} 人）
        </CommandButton>
      </div>
      <WholeTable
        name="roll"
        rowKey="id"
        rows={people}
        pageSize={50}
        search={{
          label: '姓名、单位或分组',
          text: ({ name, unit, group }) => `${name} ${unit} ${group}`,
        }}
        rowSelection={{
          selectedRowKeys: present,
          onChange: (keys) => setPresent(keys.map(Number)),
        }}
        columns={[
          { key: 'no', title: '序号', className: 'num', render: (_, __, index) => index + 1 },
          { key: 'name', title: '姓名', dataIndex: 'name' },
          {
            key: 'office',
            title: '职务',
            render: (_, row) => OFFICES[row.office ?? ''] ?? '评委',
          },
          { key: 'idType', title: '证件类型', dataIndex: 'idType' },
          { key: 'idNumber', title: '证件号码', className: 'num', dataIndex: 'idNumber' },
          { key: 'phone', title: '手机号码', className: 'num', dataIndex: 'phone' },
          { key: 'unit', title: '工作单位', dataIndex: 'unit' },
          { key: 'group', title: '分组', render: (_, row) => row.group ?? '—' },
          {
            key: 'act',
            title: '操作',
            acts: true,
            render: (_, row) => (
              <>
                <Details row={row} />
                <Button
                  type="link"
                  size="small"
                  aria-label={`${present.includes(row.id) ? '取消选择' : '选择'}${row.name}`}
                  onClick={() =>
                    setPresent(
                      present.includes(row.id)
                        ? present.filter((each) => each !== row.id)
                        : [...present, row.id]
                    )
                  }
                >
                  {present.includes(row.id) ? '取消选择' : '选择'}
                </Button>
              </>
            ),
          },
        ]}
      />
    </div>
  )
}

/** 详情 of a judge before he is put on the roll. */
function Details({ row }: { row: MemberPerson }) {
  const { modal } = App.useApp()
  const facts = [
    ['职务', OFFICES[row.office ?? ''] ?? '评委'],
    ['分组', row.group],
    ['性别', row.sex],
    ['工作单位', row.unit],
    ['职称', row.title],
    ['职称级别', row.level],
    ['专业', row.specialty],
    [row.idType, row.idNumber],
    ['手机号码', row.phone],
  ]
  return (
    <Button
      type="link"
      size="small"
      aria-label={`${row.name}详情`}
      onClick={() =>
        void modal.info({
          title: row.name,
          content: (
            <dl className="facts">
              {facts.map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value || '—'}</dd>
                </div>
              ))}
            </dl>
          ),
          okText: '关闭',
          width: 'min(640px, 92vw)',
          maskClosable: true,
        })
      }
    >
      详情
    </Button>
  )
}
