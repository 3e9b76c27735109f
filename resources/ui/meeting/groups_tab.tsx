import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../command_button'
import { AddGroup } from '../meeting_forms'
import { EntryModal } from '../register/entry_modal'
import { must } from '~/ui/must'
import { WholeTable } from '../whole_table'
import type { MeetingPage } from './types'

/** 会议分组 */
export function GroupsTab({ groups, meeting }: MeetingPage) {
  const [editing, edit] = useState<MeetingPage['groups'][number] | null>(null)
  const path = `/meetings/${meeting.id}/groups/${editing?.id}`
  const preparing = meeting.status === 'preparing'
  return (
    <>
      {preparing && <AddGroup meetingId={meeting.id} />}
      <WholeTable
        name="meeting-groups"
        rowKey="id"
        rows={groups}
        search={{ label: '分组名或评委', text: ({ name, members }) => [name, ...members].join() }}
        empty="还没有分组；不分组的评审模式可以不建"
        columns={[
          { key: 'name', title: '分组名', dataIndex: 'name' },
          {
            key: 'size',
            title: '人数',
            align: 'right',
            className: 'num',
            render: (_, group) => (
              <>
                {group.members.length} / {group.size}
                {group.members.length > group.size && <span className="badge-warn">超出</span>}
              </>
            ),
          },
          {
            key: 'members',
            title: '评委',
            render: (_, group) => group.members.join('、') || '—',
          },
          {
            key: 'cases',
            title: '参评材料',
            align: 'right',
            className: 'num',
            dataIndex: 'cases',
          },
          ...(preparing
            ? [
                {
                  key: 'act',
                  title: '操作',
                  acts: true,
                  render: (_: unknown, group: MeetingPage['groups'][number]) => (
                    <>
                      <Button type="link" size="small" onClick={() => edit(group)}>
                        修改
                      </Button>
                      <CommandButton
                        type="link"
                        size="small"
                        danger
                        method="DELETE"
                        path={`/meetings/${meeting.id}/groups/${group.id}`}
                        confirm={{ title: `删除“${group.name}”？` }}
                      >
                        删除
                      </CommandButton>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <EntryModal
        open={editing !== null}
        title="修改分组"
        method="PUT"
        path={path}
        initial={editing ? { name: editing.name, size: editing.size } : undefined}
        onClose={() => edit(null)}
      >
        <Form.Item name="name" label="分组名" rules={must('分组名')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="size" label="人数" rules={must('人数')}>
          <InputNumber min={1} max={500} style={{ width: '100%' }} />
        </Form.Item>
      </EntryModal>
    </>
  )
}
