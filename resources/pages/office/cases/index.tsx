import type { CaseRow } from '#approvals/queries/case_rows'
import { router } from '@inertiajs/react'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { DataTable, type FilterDef, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { caseColumns } from '~/ui/review/case_columns'
import { LogDrawer } from '~/ui/review/log_drawer'
import { StageTag, stageLabel } from '~/ui/stage_tag'
import { useUrl } from '~/ui/site'

type Props = {
  scope: string
  hasScopes: boolean
  filters: Record<string, string>
  defs: FilterDef[]
  stages: string[]
  cases: Paged<CaseRow>
}

export default function Cases({ scope, hasScopes, filters, defs, stages, cases }: Props) {
  const [log, setLog] = useState<{ name: string; path: string } | null>(null)
  const url = useUrl()
  return (
    <>
      <PageHead
        title="今年申报材料"
        hint="各份申报现在由谁办理；点姓名查看申报人员信息，点“过程跟踪”查看审核经过。"
        actions={
          hasScopes && (
            <Segmented
              aria-label="范围"
              value={scope}
              onChange={(next) => router.visit(url(`/cases?scope=${next}`))}
              options={[
                { value: 'below', label: '本单位及下级单位' },
                { value: 'passed', label: '经过本机构' },
              ]}
            />
          )
        }
      />
      <div className="card">
        <DataTable<CaseRow>
          name="cases"
          rowKey="id"
          paged={cases}
          keep={{ scope }}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            {
              name: 'stage',
              label: '现状态',
              options: stages.map((value) => ({ value, label: stageLabel(value) })),
            },
            ...defs.filter(({ name }) => name !== 'name'),
          ]}
          exportPath="/cases/export"
          empty={{ title: '没有申报', hint: '申报人提交后，可以在这里跟踪办理过程。' }}
          columns={[
            ...caseColumns<CaseRow>(
              (row) => `/cases/${row.id}`,
              defs.some(({ name }) => name === 'category')
            ),
            { key: 'stage', title: '现状态', render: (_, row) => <StageTag stage={row.stage} /> },
            { key: 'holder', title: '现办理机构', render: (_, row) => row.holder ?? '—' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <>
                  <Link href={`/cases/${row.id}`}>查看详情</Link>
                  <Button
                    type="link"
                    size="small"
                    onClick={() => setLog({ name: row.name, path: `/cases/${row.id}/log` })}
                  >
                    过程跟踪
                  </Button>
                </>
              ),
            },
          ]}
        />
      </div>
      <LogDrawer of={log} onClose={() => setLog(null)} />
    </>
  )
}
