import { router } from '@inertiajs/react'
import { Button, Modal, Select, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { DataTable, type Paged } from '~/ui/data_table'
import { FileName } from '~/ui/file_list'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { FLOWS, PLAN_STATUS, type PlanRow } from '~/ui/plan_words'
import { useUrl } from '~/ui/site'

type Props = {
  view: string
  tab: string
  filters: Record<string, string>
  kinds: { value: string; label: string }[]
  /** meetings in preparation that have no plan yet */
  meetings: { id: number; name: string }[]
  plans: Paged<PlanRow>
}

const VIEWS: Record<string, { title: string; hint: string; empty: [string, string] }> = {
  own: {
    title: '评审方案呈报',
    hint: '为准备中的评审会议填写参评人员、专家需求和打分细则，呈报审核；审核通过后会议才能开始。',
    empty: ['还没有评审方案', '先建立评审会议并加入参评人员，再点击“新增”填写方案。'],
  },
  review: {
    title: '呈报方案审核',
    hint: '评委会呈报的评审方案。',
    empty: ['没有待审核的方案', '评委会呈报后会出现在这里。'],
  },
  query: {
    title: '呈报方案查询',
    hint: '本级和下级评委会呈报过的评审方案。',
    empty: ['没有呈报过的方案', '评委会呈报后可以在这里查询。'],
  },
}

export default function Plans({ view, tab, filters, kinds, meetings, plans }: Props) {
  const words = VIEWS[view]
  const [adding, add] = useState(false)
  const url = useUrl()
  const review = view === 'review'
  const pending = review && tab === 'pending'
  return (
    <>
      <PageHead
        title={review ? titleOf(words.title, kinds) : words.title}
        hint={words.hint}
        actions={
          view === 'own' && (
            <Button type="primary" onClick={() => add(true)}>
              新增
            </Button>
          )
        }
      />
      <div className="card">
        {review && (
          <Tabs
            activeKey={tab}
            onChange={(key) => router.visit(url(`/plan-reviews?tab=${key}`))}
            items={[
              { key: 'pending', label: '待审核' },
              { key: 'done', label: '已审核' },
            ]}
          />
        )}
        <DataTable<PlanRow>
          name={`plans-${view}`}
          rowKey="id"
          paged={plans}
          values={filters}
          keep={review ? { tab } : undefined}
          filters={[
            { name: 'name', label: '评审会议' },
            { name: 'committee', label: '评委会' },
            ...(kinds.length > 1 ? [{ name: 'kind', label: '方案类型', options: kinds }] : []),
            {
              name: 'flow',
              label: '评审方式',
              options: Object.entries(FLOWS).map(([value, label]) => ({ value, label })),
            },
            ...(pending
              ? []
              : [
                  {
                    name: 'status',
                    label: '状态',
                    options: Object.entries(PLAN_STATUS).map(([value, [label]]) => ({
                      value,
                      label,
                    })),
                  },
                ]),
          ]}
          empty={
            review && !pending
              ? { title: '还没有审核过方案' }
              : { title: words.empty[0], hint: words.empty[1] }
          }
          columns={[
            {
              key: 'meeting',
              title: '评审会议',
              render: (_, row) => <Link href={`/plans/${row.id}`}>{row.meeting}</Link>,
            },
            { key: 'committee', title: '评委会', dataIndex: 'committee' },
            { key: 'kind', title: '方案类型', dataIndex: 'kind' },
            { key: 'flow', title: '评审方式', render: (_, row) => FLOWS[row.flow] },
            {
              key: 'cases',
              title: '参评人员',
              align: 'right',
              className: 'num',
              dataIndex: 'cases',
            },
            {
              key: 'submittedAt',
              title: '呈报时间',
              className: 'num',
              render: (_, row) => row.submittedAt ?? '—',
            },
            {
              key: 'submittedBy',
              title: '呈报人',
              render: (_, row) => row.submittedBy ?? '—',
            },
            {
              key: 'decidedAt',
              title: '审核时间',
              className: 'num',
              render: (_, row) => row.decidedAt ?? '—',
            },
            { key: 'opinion', title: '审核意见', render: (_, row) => row.opinion ?? '—' },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={PLAN_STATUS[row.status][1]}>{PLAN_STATUS[row.status][0]}</Tag>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
                  <Link href={`/plans/${row.id}`}>{pending ? '审核' : '查看详细'}</Link>
                  {row.file && <FileName file={row.file} label="查看附件" />}
                </div>
              ),
            },
          ]}
        />
      </div>
      <NewPlan open={adding} meetings={meetings} onClose={() => add(false)} />
    </>
  )
}

/** Whoever reviews special plans only reads so at the top (HU-58). */
const titleOf = (title: string, kinds: Props['kinds']) =>
  kinds.length === 1 && kinds[0].value !== 'normal' ? `${title}（${kinds[0].label}）` : title

function NewPlan(props: { open: boolean; meetings: Props['meetings']; onClose: () => void }) {
  const [meetingId, choose] = useState<number | null>(null)
  const { run, pending } = useCommand('/plans')
  return (
    <Modal
      open={props.open}
      title="新增评审方案"
      okText="填写方案"
      cancelText="取消"
      okButtonProps={{ disabled: meetingId === null, loading: pending }}
      onOk={() => void run({ meetingId })}
      onCancel={props.onClose}
    >
      {props.meetings.length === 0 ? (
        <p>
          没有待填写方案的评审会议，请先到 <Link href="/meetings">评审会议</Link> 建立。
        </p>
      ) : (
        <Select
          style={{ width: '100%' }}
          placeholder="选择准备中的评审会议"
          aria-label="评审会议"
          value={meetingId}
          options={props.meetings.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={choose}
        />
      )}
    </Modal>
  )
}
