import type { CaseRow } from '#approvals/queries/case_rows'
import { router } from '@inertiajs/react'
import { App, Button, Select, Tabs } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { DataTable, type FilterDef, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { caseColumns } from '~/ui/review/case_columns'
import { StageTag } from '~/ui/stage_tag'
import { useUrl } from '~/ui/site'

type Props = {
  tab: string
  filters: Record<string, string>
  defs: FilterDef[]
  committees: { value: number; label: string }[]
  cases: Paged<CaseRow>
}

export default function Assignments({ tab, filters, defs, committees, cases }: Props) {
  const [selected, select] = useState<number[]>([])
  const [committeeId, choose] = useState<number | null>(null)
  const { modal } = App.useApp()
  const url = useUrl()
  const { run, pending } = useCommand('/assignments', {
    onDone: () => select([]),
    reload: ['cases'],
  })
  const assign = () =>
    modal.confirm({
      title: `把 ${selected.length} 份申报分配给该评委会？`,
      content: committees.find(({ value }) => value === committeeId)?.label,
      okText: `分配 ${selected.length} 份`,
      cancelText: '取消',
      onOk: () => run({ ids: selected, committeeId }),
    })
  return (
    <>
      <PageHead
        title="预分配评委会"
        hint="为审核中和已通过审核的申报指定评委会；评委会随后审查其申报材料。"
      />
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`/assignments?tab=${key}`))}
          items={[
            { key: 'open', label: '未分配' },
            { key: 'assigned', label: '已分配' },
          ]}
        />
        <DataTable<CaseRow>
          name="assignments"
          rowKey="id"
          paged={cases}
          keep={{ tab }}
          values={filters}
          filters={defs}
          selection={{ selected, onChange: select }}
          tools={
            <>
              <Select
                aria-label="评委会"
                placeholder="选择评委会"
                style={{ minWidth: 280 }}
                showSearch={{ optionFilterProp: 'label' }}
                options={committees}
                value={committeeId}
                onChange={choose}
              />
              <Button
                type="primary"
                disabled={selected.length === 0 || committeeId === null}
                loading={pending}
                onClick={assign}
              >
                分配{selected.length > 0 && `（${selected.length}）`}
              </Button>
            </>
          }
          empty={{
            title: tab === 'open' ? '没有未分配评委会的申报' : '还没有分配过评委会',
            hint:
              tab === 'open' ? '申报时已按系列、级别和专业确定评委会的，在“已分配”中。' : undefined,
          }}
          columns={[
            ...caseColumns<CaseRow>(
              null,
              defs.some(({ name }) => name === 'category')
            ),
            { key: 'stage', title: '现状态', render: (_, row) => <StageTag stage={row.stage} /> },
            { key: 'holder', title: '现办理机构', render: (_, row) => row.holder ?? '—' },
          ]}
        />
      </div>
    </>
  )
}
