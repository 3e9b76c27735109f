import { Alert } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useSite } from '~/ui/site'

type Row = {
  id: number
  number: number
  name: string
  unit: string
  specialty: string
  title: string
  at: string | null
  room: string | null
  order: number | null
  notifiedAt: string | null
}
type Props = {
  planId: number
  filters: Record<string, string>
  meeting: { id: number; name: string; status: string; place: string; committee: string }
  unarranged: number
  notices: Paged<Row>
}

export default function Notice({ planId, filters, meeting, unarranged, notices }: Props) {
  const all = notices.meta.total
  return (
    <>
      <div className="no-print">
        <PageHead
          title={`面试通知 · ${meeting.name}`}
          hint={`${meeting.committee}　${meeting.place}`}
          actions={
            <CommandButton
              type="primary"
              path={`/interviews/${planId}/send`}
              disabled={all === 0 || unarranged > 0}
              confirm={{
                title: '发送面试通知？',
                content: `会议的全部参评人员收到站内消息；时间、地点有变化的会收到新的通知。`,
              }}
            >
              发送通知
            </CommandButton>
          }
        />
        {unarranged > 0 && (
          <Alert
            type="info"
            showIcon
            style={{ marginBottom: 16 }}
            title={`还有 ${unarranged} 位参评人员没有安排面试时间`}
            description={
              <>
                请先到 <Link href={`/meetings/${meeting.id}`}>评审会议</Link>{' '}
                安排面试的时间、地点和顺序。
              </>
            }
          />
        )}
        <div className="card">
          <DataTable<Row>
            name="interview-notices"
            rowKey="id"
            paged={notices}
            values={filters}
            filters={[
              { name: 'name', label: '姓名' },
              { name: 'unit', label: '单位' },
            ]}
            empty={{ title: '会议还没有参评人员', hint: '加入参评人员并安排面试后在这里通知。' }}
            columns={[
              {
                key: 'number',
                title: '编号',
                align: 'right',
                className: 'num',
                dataIndex: 'number',
              },
              { key: 'name', title: '姓名', dataIndex: 'name' },
              { key: 'unit', title: '单位', dataIndex: 'unit' },
              { key: 'specialty', title: '申报专业', dataIndex: 'specialty' },
              { key: 'title', title: '申报职称', dataIndex: 'title' },
              {
                key: 'at',
                title: '面试时间',
                className: 'num',
                render: (_, row) => row.at ?? '未安排',
              },
              { key: 'room', title: '面试地点', render: (_, row) => row.room ?? '—' },
              {
                key: 'order',
                title: '顺序号',
                align: 'right',
                className: 'num',
                render: (_, row) => row.order ?? '—',
              },
              {
                key: 'notifiedAt',
                title: '通知时间',
                className: 'num',
                render: (_, row) => row.notifiedAt ?? '未通知',
              },
            ]}
          />
        </div>
      </div>
      <Sheets meeting={meeting} rows={notices.data.filter(({ at }) => at !== null)} />
    </>
  )
}

/** One sheet a participant, for print. */
function Sheets({ meeting, rows }: { meeting: Props['meeting']; rows: Row[] }) {
  const { brand } = useSite()
  return (
    <div className="notice-sheets" aria-hidden>
      {rows.map((row) => (
        <article key={row.id} className="notice-sheet">
          <h1>面试答辩通知</h1>
          <p>{row.name} 同志：</p>
          <p>
            您申报的{row.title}（{row.specialty}）将由{meeting.committee}
            评审。请按下列时间、地点参加面试答辩：
          </p>
          <dl>
            <dt>时间</dt>
            <dd>{row.at}</dd>
            <dt>地点</dt>
            <dd>{[meeting.place, row.room].filter(Boolean).join(' ')}</dd>
            {row.order && (
              <>
                <dt>顺序号</dt>
                <dd>{row.order}</dd>
              </>
            )}
          </dl>
          <p>请携带本人有效身份证件，提前 15 分钟到场。</p>
          <p className="sign">
            {meeting.committee}
            <br />
            {brand?.name}
          </p>
        </article>
      ))}
    </div>
  )
}
