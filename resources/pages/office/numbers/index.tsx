import type { PersonRow } from '#results/queries/list_people'
import { router } from '@inertiajs/react'
import { Tabs } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Column, type Paged } from '~/ui/data_table'
import { ExportButton } from '~/ui/export_button'
import { LEVELS } from '~/ui/levels'
import { PageHead } from '~/ui/page_head'
import { NUMBER, STAGE, TARGET, WHO, YEAR } from '~/ui/results/person_columns'
import { useUrl } from '~/ui/site'

type Row = PersonRow & { region: string | null }
type Props = {
  tab: string
  filters: Record<string, string>
  filing: string | null
  series: { value: string; label: string }[]
  people: Paged<Row>
}

const REGION: Column<Row> = {
  key: 'region',
  title: '地市',
  render: (_, row) => row.region ?? '—',
}

export default function Numbers({ tab, filters, filing, series, people }: Props) {
  const [selected, select] = useState<number[]>([])
  const url = useUrl()
  const waiting = tab === 'waiting'
  return (
    <>
      <PageHead
        title="证书编号管理"
        hint="按年度、地市、单位名称、级别、证书编号排列；编号依次取自证书编号库，不重号、不断号。"
        actions={!waiting && <ExportButton path="/numbers/export" values={filters} />}
      />
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`/numbers?tab=${key}`))}
          items={[
            { key: 'waiting', label: '待生成编号' },
            { key: 'numbered', label: '已生成编号' },
          ]}
        />
        <DataTable<Row>
          key={tab}
          exportPath={waiting ? undefined : null}
          name={`numbers_${tab}`}
          rowKey="id"
          paged={people}
          keep={{ tab }}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '单位名称' },
            { name: 'year', label: '年度' },
            { name: 'region', label: '地市' },
            { name: 'level', label: '级别', options: LEVELS },
            { name: 'series', label: '申报系列', options: series },
            ...(waiting ? [] : [{ name: 'number', label: '证书编号' }]),
          ]}
          selection={waiting ? { selected, onChange: select } : undefined}
          tools={
            waiting && (
              <>
                <CommandButton
                  type="primary"
                  path="/numbers"
                  disabled={selected.length === 0}
                  body={{ ids: selected }}
                  confirm={{ title: `为所选 ${selected.length} 人生成证书编号？` }}
                >
                  批量生成编号{selected.length > 0 && `（${selected.length} 人）`}
                </CommandButton>
                <CommandButton
                  path="/numbers"
                  disabled={people.meta.total === 0}
                  body={{ filters }}
                  confirm={{
                    title: `为查询到的全部 ${people.meta.total} 人生成证书编号？`,
                    content: '编号生成后不能撤销。一次最多 5000 人。',
                  }}
                >
                  全部生成（{people.meta.total} 人）
                </CommandButton>
              </>
            )
          }
          empty={{
            title: waiting ? '没有等待编号的人员' : '还没有生成编号',
            hint: waiting
              ? filing
                ? `评审通过人员办结${filing}后会出现在这里。`
                : '公示期满转入结果库的人员会出现在这里。'
              : '在“待生成编号”中选择人员生成。',
          }}
          columns={[YEAR, REGION, ...WHO, ...TARGET, ...(waiting ? [] : [NUMBER]), STAGE]}
        />
      </div>
    </>
  )
}
