import { MEETING_STATUS, MEMBER_STATUS, OFFICES, OUTCOMES } from '#evaluations/words'
import { router } from '@inertiajs/react'
import { Tabs } from 'antd'
import { DataTable, type Column, type Paged } from '~/ui/data_table'
import { votingNote, type MeetingPage } from '~/ui/meeting/types'
import { ExportButton } from '~/ui/export_button'
import { PageHead } from '~/ui/page_head'
import { useSite } from '~/ui/site'
import { BySpecialty } from '~/ui/stages/switch'
import { neededOf } from '#evaluations/tally'

type Tally = { roll: number; cast: number; yes: number; no: number; abstain: number }
type Row = {
  id: number
  number: number
  name: string
  unit: string
  specialty: string
  title: string
  group: string | null
  score: string | null
  groupTally: Tally | null
  groupOpinion: string | null
  tally: Tally | null
  outcome: string | null
  remark: string | null
}
type Judge = {
  id: number
  name: string
  office: string | null
  group: string | null
  status: string
  onRoll: boolean | null
  voted: number
  due: number
  avoided: number
}
type Props = {
  meeting: { id: number; name: string; status: string }
  mode: string
  filters: Record<string, string | undefined>
  groups: { id: number; name: string }[]
  counts: { specialty: string; count: number; passed: number; notPassed: number }[]
  rows: Paged<Row>
  judges: Paged<Judge>
  scored: boolean
  grouped: boolean
  voting: MeetingPage['voting']
  committeeSize: number
}

/** 投票结果查看: by case, or by judge as far as a secret vote allows. */
export default function Results(props: Props) {
  const { meeting, mode, filters, voting } = props
  const { actor } = useSite()
  const by = filters.by === 'judge' ? 'judge' : 'case'
  return (
    <>
      <PageHead
        title={actor?.kind === 'expert' ? '投票结果查看' : '评审结果'}
        hint={`${meeting.name}　${mode}　${MEETING_STATUS[meeting.status]}`}
        actions={
          <ExportButton
            path={`${actor?.kind === 'expert' ? '/expert' : ''}/meetings/${meeting.id}/results/export`}
            values={filters}
          />
        }
      />
      <div className="card">
        <p className="muted">{votingNote(voting)}</p>
        <BySpecialty rows={props.counts} />
        <Tabs
          activeKey={by}
          items={[
            { key: 'case', label: '按材料查看' },
            { key: 'judge', label: '按评委查看' },
          ]}
          onChange={(key) =>
            router.get(window.location.pathname, key === 'judge' ? { by: key } : {})
          }
        />
        {by === 'case' ? <ByCase {...props} /> : <ByJudge {...props} />}
      </div>
    </>
  )
}

function ByCase({ rows, filters, groups, scored, grouped, voting, committeeSize }: Props) {
  const needed = (tally: Tally) => {
    const base = voting.base === 'attending' ? tally.roll : committeeSize
    return neededOf(base, voting.threshold)
  }
  const votes = (tally: Tally | null) =>
    tally ? `${tally.yes} / ${tally.no} / ${tally.abstain}` : '—'
  const some: Column<Row>[] = []
  if (scored)
    some.push({
      key: 'score',
      title: '得分',
      align: 'right',
      className: 'num',
      render: (_, row) => row.score ?? '—',
    })
  if (grouped)
    some.push(
      {
        key: 'groupTally',
        title: '专业组同意 / 反对 / 弃权',
        className: 'num',
        render: (_, row) => votes(row.groupTally),
      },
      { key: 'groupOpinion', title: '专业组意见', render: (_, row) => row.groupOpinion ?? '—' }
    )
  return (
    <DataTable<Row>
      name="meeting-results"
      rowKey="id"
      paged={rows}
      values={filters}
      filters={[
        { name: 'q', label: '姓名或单位' },
        ...(groups.length > 1
          ? [
              {
                name: 'group',
                label: '组名',
                options: groups.map(({ id, name }) => ({ value: String(id), label: name })),
              },
            ]
          : []),
        {
          name: 'outcome',
          label: '是否通过',
          options: [
            { value: 'passed', label: '通过' },
            { value: 'not_passed', label: '不通过' },
            { value: 'open', label: '尚无结果' },
          ],
        },
      ]}
      empty={{ title: '没有参评人员' }}
      columns={[
        { key: 'number', title: '编号', align: 'right', className: 'num', dataIndex: 'number' },
        { key: 'name', title: '姓名', dataIndex: 'name' },
        { key: 'unit', title: '单位名称', dataIndex: 'unit' },
        { key: 'specialty', title: '申报专业', dataIndex: 'specialty' },
        { key: 'title', title: '申报职称', dataIndex: 'title' },
        ...(groups.length > 0
          ? [{ key: 'group', title: '组名', render: (_: unknown, row: Row) => row.group ?? '—' }]
          : []),
        ...some,
        {
          key: 'roll',
          title: '应投 / 实投',
          className: 'num',
          render: (_, row) => (row.tally ? `${row.tally.roll} / ${row.tally.cast}` : '—'),
        },
        {
          key: 'needed',
          title: '通过须同意',
          align: 'right',
          className: 'num',
          render: (_, row) => (row.tally ? needed(row.tally) : '—'),
        },
        {
          key: 'tally',
          title: '同意 / 反对 / 弃权',
          className: 'num',
          render: (_, row) => votes(row.tally),
        },
        {
          key: 'outcome',
          title: '是否通过',
          render: (_, row) => OUTCOMES[row.outcome ?? ''] ?? '—',
        },
        { key: 'remark', title: '评委会评议', render: (_, row) => row.remark || '—' },
      ]}
    />
  )
}

function ByJudge({ judges, filters, groups }: Props) {
  return (
    <>
      <p className="muted">无记名投票：只显示评委是否参加了投票，不显示其选择。</p>
      <DataTable<Judge>
        name="meeting-judges"
        rowKey="id"
        paged={judges}
        values={filters}
        keep={{ by: 'judge' }}
        filters={[
          { name: 'q', label: '姓名' },
          ...(groups.length > 1
            ? [
                {
                  name: 'group',
                  label: '分组',
                  options: groups.map(({ id, name }) => ({ value: String(id), label: name })),
                },
              ]
            : []),
        ]}
        empty={{ title: '没有评委', hint: '会议的评委在准备阶段安排。' }}
        columns={[
          { key: 'name', title: '姓名', dataIndex: 'name' },
          {
            key: 'office',
            title: '职务',
            render: (_, row) => OFFICES[row.office ?? ''] ?? '评委',
          },
          { key: 'group', title: '分组', render: (_, row) => row.group ?? '—' },
          { key: 'status', title: '参会', render: (_, row) => MEMBER_STATUS[row.status] ?? '—' },
          {
            key: 'roll',
            title: '票源',
            render: (_, row) => (row.onRoll === null ? '未开启投票' : row.onRoll ? '是' : '否'),
          },
          {
            key: 'voted',
            title: '已投 / 应投',
            className: 'num',
            render: (_, row) => (row.onRoll ? `${row.voted} / ${row.due}` : '—'),
          },
          {
            key: 'avoided',
            title: '回避人数',
            align: 'right',
            className: 'num',
            render: (_, row) => row.avoided || '—',
          },
        ]}
      />
    </>
  )
}
