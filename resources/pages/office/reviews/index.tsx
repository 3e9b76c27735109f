import { router } from '@inertiajs/react'
import { App, Button, Input, Modal, Tabs } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { StageTag } from '~/ui/stage_tag'
import { useUrl } from '~/ui/site'

export type WorkRow = {
  id: number
  version: number
  code: string
  name: string
  idNumber: string
  unit: string
  category: string | null
  series: string | null
  specialty: string | null
  title: string | null
  level: string | null
  mode: string | null
  evaluationMethod: string | null
  committee: string | null
  task: string
  stage: string
  since: string
  decision: string | null
}

type Props = {
  tab: string
  filters: Record<string, string>
  counts: { open: number; held: number }
  work: Paged<WorkRow>
}

const TASKS: Record<string, string> = {
  unit_publicity: '单位公示',
  recommend: '推荐上报',
  review: '审核',
  qualify: '资格复核',
}
const DECISIONS: Record<string, string> = {
  approve: '通过',
  return: '退回',
  hold: '待定',
  resume: '恢复',
  record_unit_publicity: '已登记公示',
  withdraw: '申报人撤回',
  change_committee: '转换评委会',
}
const LEVELS = [
  { value: 'senior_full', label: '正高级' },
  { value: 'senior_associate', label: '副高级' },
  { value: 'intermediate', label: '中级' },
  { value: 'junior_assistant', label: '助理级' },
  { value: 'junior_technician', label: '员级' },
]

export default function Reviews({ tab, filters, counts, work }: Props) {
  const [selected, select] = useState<number[]>([])
  const [bulk, setBulk] = useState<'approve' | 'return' | null>(null)
  const url = useUrl()
  return (
    <>
      <PageHead title="审核申报材料" hint="本机构现在需要处理的申报，最早到达的在前。" />
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`/reviews?tab=${key}`))}
          items={[
            { key: 'open', label: `未审核（${counts.open}）` },
            { key: 'held', label: `审核待定（${counts.held}）` },
            { key: 'done', label: '已审核' },
          ]}
        />
        <DataTable<WorkRow>
          name="reviews"
          paged={work}
          rowKey="id"
          keep={{ tab }}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '申报单位' },
            { name: 'level', label: '申报等级', options: LEVELS },
            { name: 'committee', label: '评委会' },
            { name: 'code', label: '申报编号' },
          ]}
          selection={tab === 'open' ? { selected, onChange: select } : undefined}
          tools={
            tab === 'open' && (
              <>
                <Button disabled={selected.length === 0} onClick={() => setBulk('approve')}>
                  批量审核{selected.length > 0 && `（${selected.length}）`}
                </Button>
                <Button disabled={selected.length === 0} onClick={() => setBulk('return')}>
                  审核不通过
                </Button>
              </>
            )
          }
          empty={{
            title: tab === 'open' ? '没有待审核的申报' : '没有记录',
            hint: tab === 'open' ? '申报人提交或下级上报后会出现在这里。' : undefined,
          }}
          columns={[
            {
              key: 'name',
              title: '姓名',
              render: (_, row) => <Link href={`/reviews/${row.id}`}>{row.name}</Link>,
            },
            { key: 'idNumber', title: '身份证号', className: 'num', dataIndex: 'idNumber' },
            { key: 'unit', title: '申报单位', dataIndex: 'unit' },
            { key: 'series', title: '申报系列', dataIndex: 'series' },
            { key: 'specialty', title: '申报专业', dataIndex: 'specialty' },
            { key: 'title', title: '申报职称名称', dataIndex: 'title' },
            { key: 'level', title: '申报等级', dataIndex: 'level' },
            { key: 'committee', title: '评委会', render: (_, row) => row.committee ?? '—' },
            { key: 'task', title: '环节', render: (_, row) => TASKS[row.task] },
            tab === 'done'
              ? {
                  key: 'decision',
                  title: '处理',
                  render: (_, row) => DECISIONS[row.decision ?? ''] ?? '—',
                }
              : { key: 'since', title: '到达时间', className: 'num', dataIndex: 'since' },
            { key: 'stage', title: '现状态', render: (_, row) => <StageTag stage={row.stage} /> },
            {
              key: 'act',
              title: '操作',
              fixed: 'right',
              render: (_, row) => (
                <Link href={`/reviews/${row.id}`}>{tab === 'done' ? '详情' : '审核'}</Link>
              ),
            },
          ]}
        />
      </div>
      {bulk && (
        <Bulk
          decision={bulk}
          ids={selected}
          onClose={() => {
            setBulk(null)
            select([])
          }}
        />
      )}
    </>
  )
}

function Bulk({
  decision,
  ids,
  onClose,
}: {
  decision: 'approve' | 'return'
  ids: number[]
  onClose: () => void
}) {
  const [opinion, setOpinion] = useState('')
  const { message } = App.useApp()
  const { run, pending } = useCommand('/reviews/many', { onDone: onClose })
  const approve = decision === 'approve'
  return (
    <Modal
      open
      title={approve ? `批量通过 ${ids.length} 份申报` : `批量退回 ${ids.length} 份申报`}
      okText={approve ? `通过 ${ids.length} 份` : `退回 ${ids.length} 份`}
      cancelText="取消"
      okButtonProps={{ danger: !approve, loading: pending }}
      onCancel={onClose}
      onOk={() => {
        if (!opinion.trim()) return void message.warning('请填写审核意见')
        void run({ ids, decision, opinion })
      }}
    >
      <p>所选申报人使用同一审核意见，逐份记入流转日志。</p>
      <Input.TextArea
        rows={4}
        maxLength={1000}
        showCount
        aria-label="审核意见"
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
    </Modal>
  )
}
