import type { PersonRow } from '#results/queries/list_people'
import { router } from '@inertiajs/react'
import { Tabs } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Column, type Paged } from '~/ui/data_table'
import { ExportButton } from '~/ui/export_button'
import { LEVELS } from '~/ui/levels'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { DocumentPreview } from '~/ui/results/document_preview'
import { ObjectButton } from '~/ui/results/object_button'
import { COMMITTEE, NUMBER, STAGE, TARGET, VOTES, WHO, YEAR } from '~/ui/results/person_columns'
import { useThisYear, useUrl } from '~/ui/site'

type Person = PersonRow & { mayPublicise: boolean; over: boolean }
type Props = {
  store: string
  stores: { id: string; label: string }[]
  /** up to `counted`; there may be more then */
  counts: Record<string, number>
  counted: number
  filters: Record<string, string>
  series: { value: string; label: string }[]
  withDocuments: boolean
  people: Paged<Person>
}

const EMPTY: Record<string, string> = {
  reported: '评委会上报结果后会出现在这里。',
  in_publicity: '在“评审结果公示”中公示后会出现在这里。',
  objection: '公示期间有异议的人员会转到这里。',
  not_passed: '公示时，未通过的人员会转到这里。',
  passed: '公示期满转入结果库后会出现在这里。',
}

export default function People(props: Props) {
  const { store, stores, counts, counted, filters, series, withDocuments, people } = props
  const [selected, select] = useState<number[]>([])
  const url = useUrl()
  const thisYear = useThisYear()
  const years = Array.from({ length: 6 }, (_, back) => String(thisYear - back))
  return (
    <>
      <PageHead
        title="评审结果查询"
        hint="评审结果上报以后的人员：公示期、异议、未通过和通过。"
        actions={<ExportButton path="/results/people/export" values={{ ...filters, store }} />}
      />
      <div className="card">
        <Tabs
          activeKey={store}
          onChange={(key) => router.visit(url(`/results/people?store=${key}`))}
          items={stores.map(({ id, label }) => ({
            key: id,
            label: `${label}（${counts[id] ?? 0}${counts[id] >= counted ? ' 以上' : ''}）`,
          }))}
        />
        <DataTable<Person>
          exportPath={null}
          key={store}
          name={`people_${store}`}
          rowKey="id"
          paged={people}
          keep={{ store }}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '工作单位' },
            { name: 'level', label: '级别', options: LEVELS },
            { name: 'series', label: '申报系列', options: series },
            {
              name: 'year',
              label: '年度',
              options: years.map((value) => ({ value, label: value })),
            },
            { name: 'committee', label: '评委会' },
            ...(withDocuments && store === 'passed'
              ? [{ name: 'document', label: '文件编号' }]
              : []),
          ]}
          selection={
            store === 'in_publicity'
              ? { selected, onChange: select, selectable: (row) => row.mayPublicise && row.over }
              : undefined
          }
          tools={
            store === 'in_publicity' && (
              <CommandButton
                path="/results/people/close"
                disabled={selected.length === 0}
                body={{ ids: selected }}
                confirm={{ title: `所选 ${selected.length} 人转入结果库？` }}
                onDone={() => select([])}
              >
                转入结果库{selected.length > 0 && `（${selected.length} 人）`}
              </CommandButton>
            )
          }
          empty={{ title: '没有人员', hint: EMPTY[store] }}
          columns={columns(store, withDocuments)}
        />
      </div>
    </>
  )
}

function columns(store: string, withDocuments: boolean): Column<Person>[] {
  const list: Column<Person>[] = [...WHO, YEAR, ...TARGET, COMMITTEE]
  if (store === 'passed') return [...list, NUMBER, ...(withDocuments ? [DOCUMENT] : []), STAGE]
  list.push(...VOTES)
  if (store === 'not_passed') return list
  if (store === 'in_publicity')
    list.push({
      key: 'publicityEndsOn',
      title: '公示截止',
      className: 'num',
      render: (_, row) => row.publicityEndsOn,
    })
  list.push({
    key: 'act',
    title: '操作',
    acts: true,
    fixed: 'right',
    render: (_, row) =>
      !row.mayPublicise ? (
        '—'
      ) : store === 'objection' ? (
        <Link href={`/objections?name=${encodeURIComponent(row.name)}`}>办理异议</Link>
      ) : (
        <ObjectButton person={row} />
      ),
  })
  return list
}

const DOCUMENT: Column<Person> = {
  key: 'document',
  title: '文件编号',
  className: 'num',
  render: (_, row) =>
    row.documentId ? (
      <DocumentPreview id={row.documentId} number={row.documentNumber ?? '职称文件'} />
    ) : (
      '—'
    ),
}
