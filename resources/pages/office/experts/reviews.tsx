import { router } from '@inertiajs/react'
import { Button, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { DataTable, type Paged } from '~/ui/data_table'
import { EXPERT_STATUS, type ExpertCard } from '~/ui/expert_words'
import { ExpertDecision } from '~/ui/expert_decision'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Props = {
  tab: string
  filters: Record<string, string>
  pending: number
  experts: Paged<ExpertCard>
}

export default function ExpertReviews({ tab, filters, pending, experts }: Props) {
  const [selected, select] = useState<number[]>([])
  const [deciding, decide] = useState<'approve' | 'refuse' | null>(null)
  const url = useUrl()
  const open = tab === 'pending'
  return (
    <>
      <PageHead title="评委材料审核" hint="专家本人提交的评委材料，先提交的在前。" />
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`/expert-reviews?tab=${key}`))}
          items={[
            { key: 'pending', label: `待审核（${pending}）` },
            { key: 'done', label: '已审核' },
          ]}
        />
        <DataTable<ExpertCard>
          name="expert-reviews"
          rowKey="id"
          paged={experts}
          values={filters}
          keep={{ tab }}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '工作单位' },
            { name: 'specialty', label: '专业' },
          ]}
          selection={open ? { selected, onChange: select } : undefined}
          tools={
            open && (
              <>
                <Button disabled={selected.length === 0} onClick={() => decide('approve')}>
                  批量通过{selected.length > 0 && `（${selected.length}）`}
                </Button>
                <Button disabled={selected.length === 0} onClick={() => decide('refuse')}>
                  批量不通过
                </Button>
              </>
            )
          }
          empty={{
            title: open ? '没有待审核的专家' : '还没有审核过专家',
            hint: open ? '专家完善信息并提交审批后会出现在这里。' : undefined,
          }}
          columns={[
            {
              key: 'name',
              title: '姓名',
              render: (_, row) => <Link href={`/experts/${row.id}`}>{row.name}</Link>,
            },
            { key: 'sex', title: '性别', render: (_, row) => row.sex ?? '—' },
            { key: 'idNumber', title: '证件号码', className: 'num', dataIndex: 'idNumber' },
            { key: 'unit', title: '工作单位', dataIndex: 'unit' },
            { key: 'title', title: '职称', dataIndex: 'title' },
            { key: 'specialty', title: '专业', dataIndex: 'specialty' },
            ...(open
              ? [{ key: 'at', title: '提交时间', className: 'num', dataIndex: 'submittedAt' }]
              : [
                  { key: 'at', title: '审核时间', className: 'num', dataIndex: 'decidedAt' },
                  { key: 'by', title: '审核人', dataIndex: 'decidedBy' },
                  {
                    key: 'opinion',
                    title: '审核意见',
                    render: (_: unknown, row: ExpertCard) => row.opinion ?? '—',
                  },
                ]),
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={EXPERT_STATUS[row.status][1]}>{EXPERT_STATUS[row.status][0]}</Tag>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => <Link href={`/experts/${row.id}`}>{open ? '审核' : '详情'}</Link>,
            },
          ]}
        />
      </div>
      {deciding && (
        <ExpertDecision
          decision={deciding}
          ids={selected}
          onClose={() => {
            decide(null)
            select([])
          }}
        />
      )}
    </>
  )
}
