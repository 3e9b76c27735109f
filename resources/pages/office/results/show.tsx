import { MEETING_STATUS } from '#evaluations/words'
import type { PersonRow } from '#results/queries/list_people'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { ExportButton } from '~/ui/export_button'
import { FileName } from '~/ui/file_list'
import type { FileLink } from '~/ui/form_types'
import { PageHead } from '~/ui/page_head'
import { ObjectButton } from '~/ui/results/object_button'
import { STAGE, TARGET, VOTES, WHO } from '~/ui/results/person_columns'
import { PublishButton } from '~/ui/results/publish_button'

type Person = PersonRow & { mayPublicise: boolean }
type Props = {
  meeting: {
    id: number
    name: string
    status: string
    committee: string
    mode: string
    startsOn: string
    endsOn: string
    place: string
    minutesRequired: boolean
    minutes: FileLink | null
  }
  counts: {
    reported: number
    passed: number
    notPassed: number
    inPublicity: number
    objection: number
  } | null
  /** persons that wait for this body's publicity */
  waiting: number
  isOffice: boolean
  days: number
  filters: Record<string, string>
  people: Paged<Person>
}

const STORES = [
  { value: 'reported', label: '待公示' },
  { value: 'in_publicity', label: '公示期' },
  { value: 'objection', label: '异议' },
  { value: 'not_passed', label: '未通过' },
  { value: 'passed', label: '通过' },
]

export default function Result({
  meeting,
  counts,
  waiting,
  isOffice,
  days,
  filters,
  people,
}: Props) {
  const [selected, select] = useState<number[]>([])
  const path = `/results/${meeting.id}`
  const mayPublish = waiting > 0
  return (
    <>
      <PageHead
        title={meeting.name}
        hint={meeting.committee}
        actions={
          <>
            <ExportButton path={`${path}/exports/judges`}>导出评委清单</ExportButton>
            <ExportButton path={`${path}/exports/passed`}>导出评审通过清单</ExportButton>
            <ExportButton path={`${path}/exports/not_passed`}>导出评审未通过清单</ExportButton>
            {isOffice && meeting.status === 'reported' && (
              <CommandButton
                path={`${path}/close`}
                confirm={{
                  title: '关闭评审会议？',
                  content: '全部结果办结后可以关闭；关闭后不能再上传会议纪要。',
                }}
              >
                关闭会议
              </CommandButton>
            )}
          </>
        }
      />
      <div className="card">
        <dl className="facts">
          <Fact label="评审模式">{meeting.mode}</Fact>
          <Fact label="评审时间">
            <span className="num">
              {meeting.startsOn} 至 {meeting.endsOn}
            </span>
          </Fact>
          <Fact label="评审地址">{meeting.place}</Fact>
          <Fact label="会议状态">{MEETING_STATUS[meeting.status]}</Fact>
          {counts && (
            <Fact label="评审结果">
              通过 {counts.passed} 人，未通过 {counts.notPassed} 人；待公示 {counts.reported}{' '}
              人，公示中 {counts.inPublicity} 人，异议 {counts.objection} 人
            </Fact>
          )}
          <Fact label="会议纪要">
            {meeting.minutes && <FileName file={meeting.minutes} path={`${path}/minutes`} />}
            {isOffice && meeting.status === 'reported' ? (
              <Minutes path={`${path}/minutes`} again={meeting.minutes !== null} />
            ) : (
              !meeting.minutes && (meeting.minutesRequired ? '待评委会上传' : '—')
            )}
          </Fact>
        </dl>
      </div>
      <div className="card">
        <h2>人员详情信息</h2>
        <DataTable<Person>
          name="result_people"
          rowKey="id"
          paged={people}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '工作单位' },
            { name: 'store', label: '所在库', options: STORES },
          ]}
          selection={
            mayPublish
              ? {
                  selected,
                  onChange: select,
                  selectable: (row) => row.stage === 'reported' && row.mayPublicise,
                }
              : undefined
          }
          tools={
            mayPublish && (
              <>
                <PublishButton
                  meetingId={meeting.id}
                  count={waiting}
                  days={days}
                  disabled={meeting.minutesRequired && !meeting.minutes}
                />
                <PublishButton
                  meetingId={meeting.id}
                  count={selected.length}
                  days={days}
                  ids={selected}
                  disabled={selected.length === 0 || (meeting.minutesRequired && !meeting.minutes)}
                  onDone={() => select([])}
                />
                <span className="muted">公示 {days} 个工作日</span>
              </>
            )
          }
          empty={{ title: '没有人员', hint: '评审结果上报后会出现在这里。' }}
          columns={[
            ...WHO,
            ...TARGET,
            ...VOTES,
            STAGE,
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.mayPublicise && ['reported', 'in_publicity'].includes(row.stage) ? (
                  <ObjectButton person={row} />
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </div>
    </>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Minutes({ path, again }: { path: string; again: boolean }) {
  const { run, pending } = useCommand(path)
  return (
    <Upload
      showUploadList={false}
      accept=".pdf,.jpg,.png"
      beforeUpload={(file) => {
        const body = new FormData()
        body.append('file', file)
        void run(body)
        return false
      }}
    >
      <Button size="small" loading={pending} style={{ marginLeft: again ? 12 : 0 }}>
        {again ? '重新上传' : '上传会议纪要'}
      </Button>
    </Upload>
  )
}
