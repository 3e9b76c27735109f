import type { CaseRow } from '#approvals/queries/case_rows'
import { router } from '@inertiajs/react'
import { Button, Select, Tabs } from 'antd'
import { useState } from 'react'
import { DataTable, type FilterDef, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { BulkReview, type ReviewFieldView } from '~/ui/review/bulk_review'
import { caseColumns } from '~/ui/review/case_columns'
import { LogDrawer } from '~/ui/review/log_drawer'
import type { Phrase } from '~/ui/review/phrases'
import { DECISIONS, TASKS } from '~/ui/review/words'
import { StageTag } from '~/ui/stage_tag'
import { useUrl } from '~/ui/site'

export type WorkRow = CaseRow & {
  item: number
  task: string
  since: string
  decision: string | null
  sentBack: string | null
}

type Props = {
  desk: string
  title: string
  tab: string
  filters: Record<string, string>
  defs: FilterDef[]
  counts: { open: number; held: number; back: number }
  work: Paged<WorkRow>
  canBatch: boolean
  canHold: boolean
  returnPolicy: string
  reviewFields: ReviewFieldView[]
  templates: { id: number; year: number; name: string; isDefault: boolean }[]
  phrases: Phrase[]
}

const many = (count: number) => (count >= 1000 ? '999+' : count)

export default function Reviews(props: Props) {
  const { desk, tab, filters, counts, work } = props
  const path = desk === 'qualify' ? '/qualification' : '/reviews'
  const [selected, select] = useState<number[]>([])
  const [bulk, setBulk] = useState<'approve' | 'return' | null>(null)
  const [log, setLog] = useState<{ name: string; path: string } | null>(null)
  const url = useUrl()
  const isOpen = tab === 'open' || tab === 'back'
  const tabs = [
    { key: 'open', label: `未审核（${many(counts.open)}）` },
    ...(props.canHold || counts.held > 0
      ? [{ key: 'held', label: `审核待定（${many(counts.held)}）` }]
      : []),
    ...(props.returnPolicy === 'one_level'
      ? [{ key: 'back', label: `上级退回（${many(counts.back)}）` }]
      : []),
    { key: 'done', label: '已审核' },
  ]
  return (
    <>
      <PageHead
        title={props.title}
        hint={
          desk === 'qualify'
            ? '逐级审核后到达评委会的申报，开会前在此审查材料。'
            : '本机构现在需要处理的申报，最早到达的在前。'
        }
      />
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`${path}?tab=${key}`))}
          items={tabs}
        />
        <DataTable<WorkRow>
          name={`reviews-${desk}`}
          paged={work}
          rowKey="item"
          keep={{ tab }}
          values={filters}
          filters={props.defs}
          selection={{ selected, onChange: select }}
          tools={
            <>
              {isOpen && props.canBatch && (
                <>
                  <Button disabled={selected.length === 0} onClick={() => setBulk('approve')}>
                    批量审核{selected.length > 0 && `（${selected.length}）`}
                  </Button>
                  <Button disabled={selected.length === 0} onClick={() => setBulk('return')}>
                    审核不通过{selected.length > 0 && `（${selected.length}）`}
                  </Button>
                </>
              )}
              <Exports {...props} ids={casesOf(work.data, selected)} />
            </>
          }
          empty={EMPTY[tab] ?? EMPTY.open}
          columns={[
            ...caseColumns<WorkRow>(
              (row) => `/reviews/${row.id}`,
              props.defs.some(({ name }) => name === 'category')
            ),
            { key: 'task', title: '环节', render: (_, row) => TASKS[row.task] },
            tab === 'done'
              ? {
                  key: 'decision',
                  title: '处理',
                  render: (_, row) => DECISIONS[row.decision ?? ''] ?? '—',
                }
              : { key: 'since', title: '到达时间', className: 'num', dataIndex: 'since' },
            ...(tab === 'back'
              ? [
                  {
                    key: 'sentBack',
                    title: '上级意见',
                    render: (_: unknown, row: WorkRow) => (
                      <div style={{ maxWidth: 280, whiteSpace: 'normal' }}>{row.sentBack}</div>
                    ),
                  },
                ]
              : []),
            ...(tab === 'done'
              ? [
                  {
                    key: 'stage',
                    title: '现状态',
                    render: (_: unknown, row: WorkRow) => <StageTag stage={row.stage} />,
                  },
                ]
              : []),
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <>
                  <Link href={`/reviews/${row.id}`}>
                    {tab === 'done' ? '详情' : tab === 'back' ? '退回补充材料' : '审核'}
                  </Link>
                  <Button
                    type="link"
                    size="small"
                    onClick={() => setLog({ name: row.name, path: `/reviews/${row.id}/log` })}
                  >
                    流转日志
                  </Button>
                </>
              ),
            },
          ]}
        />
      </div>
      <LogDrawer of={log} onClose={() => setLog(null)} />
      {bulk && (
        <BulkReview
          decision={bulk}
          ids={casesOf(work.data, selected)}
          fields={props.reviewFields}
          phrases={props.phrases}
          returnsTo={props.returnPolicy === 'to_applicant' ? '直接退回申报人' : '逐级退回下一级'}
          onClose={() => {
            setBulk(null)
            select([])
          }}
        />
      )}
    </>
  )
}

const EMPTY: Record<string, { title: string; hint?: string }> = {
  open: { title: '没有待审核的申报', hint: '申报人提交或下级上报后会出现在这里。' },
  held: { title: '没有待定的申报', hint: '审核时选择“审核待定”的申报会放在这里。' },
  back: { title: '没有上级退回的申报', hint: '上级机构审核不通过的申报会退回到这里。' },
  done: { title: '还没有审核过申报' },
}

/** The ticked cases of this page; rows are items of work. */
const casesOf = (rows: WorkRow[], items: number[]) =>
  rows.filter(({ item }) => items.includes(item)).map(({ id }) => id)

/** 全部导出通用表 and 批量导出通用表 by a reporting template (HB-11). */
function Exports({ desk, tab, filters, templates, ids }: Props & { ids: number[] }) {
  const url = useUrl()
  const [template, pick] = useState<number | undefined>(templates.find((one) => one.isDefault)?.id)
  const address = (more: Record<string, string>) =>
    url(
      `/reviews/export?${new URLSearchParams({ ...filters, desk, tab, ...(template && { template: String(template) }), ...more })}`
    )
  return (
    <>
      <Button href={address({})}>全部导出通用表</Button>
      <Button disabled={ids.length === 0} href={address({ ids: ids.join(',') })}>
        批量导出通用表{ids.length > 0 && `（${ids.length}）`}
      </Button>
      {templates.length > 0 && (
        <Select
          aria-label="报盘模板"
          style={{ minWidth: 160 }}
          value={template}
          allowClear
          placeholder="报盘模板：默认列"
          onChange={pick}
          options={templates.map(({ id, year, name }) => ({ value: id, label: `${year} ${name}` }))}
        />
      )}
    </>
  )
}
