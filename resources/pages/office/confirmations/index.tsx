import type { PersonRow } from '#results/queries/list_people'
import { router } from '@inertiajs/react'
import { Tabs } from 'antd'
import { useState } from 'react'
import { DataTable, type Paged } from '~/ui/data_table'
import { LEVELS } from '~/ui/levels'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { ReasonButton } from '~/ui/reason_button'
import { NUMBER, STAGE, TARGET, WHO, YEAR } from '~/ui/results/person_columns'
import { useUrl } from '~/ui/site'

type Props = {
  tab: string
  filters: Record<string, string>
  series: { value: string; label: string }[]
  people: Paged<PersonRow>
  most: number
}

export default function Confirmations({ tab, filters, series, people, most }: Props) {
  const url = useUrl()
  const [selected, select] = useState<number[]>([])
  const isDone = tab === 'done'
  return (
    <>
      <PageHead
        title="初定、认定确认"
        hint="不经评委会评审的申报在受理机构审核通过后，由本机构确认任职资格；确认后即可生成证书编号和证书。"
      />
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`/confirmations?tab=${key}`))}
          items={[
            { key: 'waiting', label: '待确认' },
            { key: 'done', label: '已确认' },
          ]}
        />
        <DataTable<PersonRow>
          key={tab}
          name={`confirmations_${tab}`}
          rowKey="id"
          paged={people}
          keep={{ tab }}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '工作单位' },
            { name: 'level', label: '级别', options: LEVELS },
            { name: 'series', label: '申报系列', options: series },
          ]}
          selection={isDone ? undefined : { selected, onChange: select }}
          tools={
            !isDone && (
              <>
                <ReasonButton
                  path="/confirmations"
                  type="primary"
                  title={`确认 ${selected.length} 人的任职资格？`}
                  hint="确认后申报生效，本人收到通知；有误的可由管理员回退。"
                  label="审核意见"
                  field="opinion"
                  body={{ ids: selected }}
                  disabled={selected.length === 0 || selected.length > most}
                  onDone={() => select([])}
                >
                  确认任职资格{selected.length > 0 && `（${selected.length} 人）`}
                </ReasonButton>
                {selected.length > most && <span className="fault">一次最多确认 {most} 人</span>}
              </>
            )
          }
          empty={{
            title: isDone ? '还没有确认过的人员' : '没有待确认的人员',
            hint: isDone ? undefined : '初定、认定申报经本机构审核通过后会出现在这里。',
          }}
          columns={[
            ...WHO,
            YEAR,
            ...TARGET,
            ...(isDone ? [NUMBER, STAGE] : []),
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_: unknown, row: PersonRow) => (
                <Link href={`/reviews/${row.id}`}>查看电子档案</Link>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
