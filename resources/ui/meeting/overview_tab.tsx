import { Progress } from 'antd'
import { usePoll } from '@inertiajs/react'
import { Link } from '../link'
import { WholeTable } from '../whole_table'
import { Checklist } from './checklist'
import { votingNote, type MeetingPage } from './types'

/** 准备 before the meeting begins; then 进度, how far each stage is, kept fresh while it is in session. */
export function OverviewTab({
  checks,
  overview,
  officeStages,
  meeting,
  voting,
  committeeSize,
}: MeetingPage) {
  const live = meeting.status === 'in_session'
  usePoll(6000, { only: ['overview', 'meeting'] }, { autoStart: live })
  return (
    <>
      <dl className="facts" style={{ marginBottom: 18 }}>
        <div>
          <dt>评委会</dt>
          <dd>{meeting.committees.join('、')}</dd>
        </div>
        <div>
          <dt>评委会人数</dt>
          <dd className="num">{committeeSize}</dd>
        </div>
        {meeting.staff && (
          <div>
            <dt>工作人员</dt>
            <dd>{meeting.staff}</dd>
          </div>
        )}
        {meeting.note && (
          <div>
            <dt>简述</dt>
            <dd>{meeting.note}</dd>
          </div>
        )}
      </dl>
      <p className="muted">
        {votingNote(voting)}
        {live && ' 进度自动更新。'}
      </p>
      {meeting.status === 'preparing' ? (
        <Checklist checks={checks} />
      ) : (
        <WholeTable
          name="meeting-overview"
          rowKey="id"
          rows={overview}
          pageSize={50}
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
            ...(officeStages.length > 0
              ? [
                  {
                    key: 'act',
                    title: '操作',
                    acts: true,
                    render: (_: unknown, row: MeetingPage['overview'][number]) =>
                      officeStages.some(({ id }) => id === row.id) ? (
                        <Link href={`/meetings/${meeting.id}/stages/${row.id}`}>办理</Link>
                      ) : (
                        '—'
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  )
}
