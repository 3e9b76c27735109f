import { MEMBER_STATUS, OFFICES } from '#evaluations/words'
import { Table, Tag } from 'antd'
import { DataTable, type Paged } from './data_table'
import type { DrawCard } from './draw_list'
import { FileName } from './file_list'
import type { FileLink } from './form_types'
import { Link } from './link'
import { ScoreSheet } from './meeting_forms'
import { MEMBER_COLORS, needText, type ExpertNeed } from './plan_words'
import type { TimelineEntry } from './timeline'

export type PlanCard = {
  id: number
  version: number
  kind: string
  kindLabel: string
  flow: string
  content: string
  needs: ExpertNeed[]
  status: string
  opinion: string | null
  decidedBy: string | null
  decidedAt: string | null
  submittedBy: string | null
  submittedAt: string | null
  sheetSubmittedAt: string | null
  file: FileLink | null
}
export type PlanMember = {
  id: number
  expertId: number
  name: string
  unit: string
  title: string
  specialty: string
  group: string | null
  office: string | null
  need: number | null
  rank: number | null
  status: string
  reason: string | null
}
export type PlanCommittee = {
  code: string
  name: string
  body: string
  level: string
  /** of all committees that review together */
  size: number
  joint: string[]
  validUntil: string
}
export type PlanMeeting = {
  id: number
  name: string
  status: string
  mode: string
  place: string
  startsOn: string
  endsOn: string
}
export type PlanProps = {
  plan: PlanCard
  meeting: PlanMeeting
  committee: PlanCommittee
  rules: {
    kinds: { value: string; label: string }[]
    flows: string[]
    draw: boolean
    ownSheet: boolean
    confirmsSheet: boolean
  }
  participants: Paged<{
    id: number
    number: number
    name: string
    unit: string
    specialty: string
    title: string
    group: string | null
  }>
  sheets: { label: string; items: { id: string; label: string; max: number }[] }[]
  groups: { id: number; name: string; size: number; cases: number }[]
  members: PlanMember[]
  specialties: string[]
  timeline: TimelineEntry[]
  draws: DrawCard[]
  writes: boolean
  /** what is missing before it can be handed in */
  lacks: string[]
  decides: boolean
  decidedByOther: boolean
}

export function PlanText({ plan, meeting }: PlanProps) {
  return (
    <dl className="facts">
      <div>
        <dt>评审模式</dt>
        <dd>{meeting.mode}</dd>
      </div>
      <div>
        <dt>评审地址</dt>
        <dd>{meeting.place}</dd>
      </div>
      <div>
        <dt>方案类型</dt>
        <dd>{plan.kindLabel}</dd>
      </div>
      <div className="wide">
        <dt>方案内容</dt>
        <dd>{plan.content || '—'}</dd>
      </div>
      <div className="wide">
        <dt>附件</dt>
        <dd>{plan.file ? <FileName file={plan.file} /> : '无'}</dd>
      </div>
    </dl>
  )
}

export function Participants({ participants, meeting, open }: PlanProps & { open: boolean }) {
  return (
    <DataTable
      name="plan-participants"
      rowKey="id"
      paged={participants}
      empty={{
        title: '还没有参评人员',
        hint: (
          <>
            到 <Link href={`/meetings/${meeting.id}`}>评审会议</Link> 加入资格审核通过的申报。
          </>
        ),
      }}
      tools={open && <Link href={`/meetings/${meeting.id}`}>到评审会议增减参评人员</Link>}
      columns={[
        { key: 'number', title: '编号', align: 'right', className: 'num', dataIndex: 'number' },
        { key: 'name', title: '姓名', dataIndex: 'name' },
        { key: 'unit', title: '单位', dataIndex: 'unit' },
        { key: 'specialty', title: '申报专业', dataIndex: 'specialty' },
        { key: 'title', title: '申报职称', dataIndex: 'title' },
        { key: 'group', title: '分组', render: (_, row) => row.group ?? '—' },
      ]}
    />
  )
}

export function Needs({ needs }: { needs: ExpertNeed[] }) {
  return (
    <Table
      size="middle"
      rowKey={(need) => needText(need)}
      pagination={false}
      dataSource={needs}
      locale={{ emptyText: '没有专家需求' }}
      columns={[
        { key: 'what', title: '要求', render: (_, need) => needText(need) },
        { key: 'count', title: '人数', align: 'right', className: 'num', dataIndex: 'count' },
        {
          key: 'reserves',
          title: '备选人数',
          align: 'right',
          className: 'num',
          dataIndex: 'reserves',
        },
      ]}
      summary={() =>
        needs.length > 1 && (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>合计</Table.Summary.Cell>
            <Table.Summary.Cell index={1} align="right">
              {needs.reduce((sum, { count }) => sum + count, 0)}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={2} align="right">
              {needs.reduce((sum, { reserves }) => sum + reserves, 0)}
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )
      }
    />
  )
}

export function Sheets({ sheets, rules, plan, meeting, open }: PlanProps & { open: boolean }) {
  return (
    <>
      {rules.ownSheet && open && (
        <ScoreSheet
          meetingId={meeting.id}
          sheet={sheets[0].items}
          editable
          confirmed={rules.confirmsSheet}
          submitted={plan.sheetSubmittedAt !== null}
        />
      )}
      {sheets
        .filter((_, index) => !(rules.ownSheet && open && index === 0))
        .map((sheet) => (
          <section key={sheet.label} style={{ marginBottom: 20 }}>
            <h3 style={{ fontSize: 15 }}>{sheet.label}</h3>
            <Table
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={sheet.items}
              style={{ maxWidth: 560 }}
              locale={{ emptyText: '还没有评分项' }}
              columns={[
                { key: 'label', title: '评分项', dataIndex: 'label' },
                { key: 'max', title: '满分', align: 'right', className: 'num', dataIndex: 'max' },
              ]}
            />
          </section>
        ))}
      {sheets.length === 0 && <p className="muted">本评审模式不打分</p>}
    </>
  )
}

export function Around({ committee, groups, members, meeting }: PlanProps) {
  return (
    <>
      <h3 style={{ fontSize: 15 }}>关联评委会</h3>
      <dl className="facts" style={{ marginBottom: 20 }}>
        <div>
          <dt>评委会</dt>
          <dd>{[committee.name, ...committee.joint].join('、')}</dd>
        </div>
        <div>
          <dt>组建单位</dt>
          <dd>{committee.body}</dd>
        </div>
        <div>
          <dt>级别与人数</dt>
          <dd>
            {committee.level}，{committee.size} 人
          </dd>
        </div>
        <div>
          <dt>有效期至</dt>
          <dd className="num">{committee.validUntil}</dd>
        </div>
      </dl>
      <h3 style={{ fontSize: 15 }}>分组</h3>
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={groups}
        style={{ marginBottom: 20 }}
        locale={{ emptyText: '没有分组' }}
        columns={[
          { key: 'name', title: '分组名', dataIndex: 'name' },
          { key: 'size', title: '人数', align: 'right', className: 'num', dataIndex: 'size' },
          { key: 'cases', title: '参评材料', align: 'right', className: 'num', dataIndex: 'cases' },
        ]}
      />
      <h3 style={{ fontSize: 15 }}>评委</h3>
      <Table<PlanMember>
        size="small"
        rowKey="id"
        pagination={members.length > 20 ? { pageSize: 20 } : false}
        scroll={{ x: 'max-content' }}
        dataSource={members}
        locale={{
          emptyText: meeting.status === 'preparing' ? '还没有安排评委' : '没有评委',
        }}
        columns={[
          { key: 'name', title: '姓名', dataIndex: 'name' },
          { key: 'unit', title: '工作单位', dataIndex: 'unit' },
          { key: 'title', title: '职称', dataIndex: 'title' },
          { key: 'specialty', title: '专业', dataIndex: 'specialty' },
          { key: 'group', title: '分组', render: (_, row) => row.group ?? '—' },
          {
            key: 'office',
            title: '职务',
            render: (_, row) => OFFICES[row.office ?? ''] ?? '—',
          },
          {
            key: 'status',
            title: '状态',
            render: (_, row) => (
              <Tag color={MEMBER_COLORS[row.status]}>{MEMBER_STATUS[row.status]}</Tag>
            ),
          },
        ]}
      />
    </>
  )
}
