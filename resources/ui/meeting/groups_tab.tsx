import { AddGroup } from '../meeting_forms'
import { WholeTable } from '../whole_table'
import type { MeetingPage } from './types'

/** 会议分组 */
export function GroupsTab({ groups, meeting }: MeetingPage) {
  return (
    <>
      {meeting.status === 'preparing' && <AddGroup meetingId={meeting.id} />}
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
        ]}
      />
    </>
  )
}
