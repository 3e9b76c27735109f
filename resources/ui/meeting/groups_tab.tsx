import { Table } from 'antd'
import { AddGroup } from '../meeting_forms'
import type { MeetingPage } from './types'

/** 会议分组 */
export function GroupsTab({ groups, meeting }: MeetingPage) {
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
        ]}
      />
    </>
  )
}
