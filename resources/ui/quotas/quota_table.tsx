import type { QuotaRow } from '#quotas/queries/list_quotas'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { DataTable, type Column, type FilterDef, type Paged } from '../data_table'

export type Category = { value: string; label: string }

const STATUS: Record<string, [string, string]> = {
  submitted: ['待审核', 'processing'],
  approved: ['审核通过', 'success'],
  refused: ['审核不通过', 'error'],
}

interface Props {
  name: string
  quotas: Paged<QuotaRow>
  categories: Category[]
  filters: Record<string, string>
  withUnit: boolean
  act?: (row: QuotaRow) => ReactNode
  tools?: ReactNode
  empty: { title: string; hint?: string }
}

/** Post quotas with their split over the levels (HU-24, HU-25, HU-72). */
export function QuotaTable(props: Props) {
  const { quotas, categories, withUnit, act } = props
  const filters: FilterDef[] = [
    ...(withUnit ? [{ name: 'unit', label: '申报单位' }] : []),
    { name: 'specialty', label: '申报专业' },
    { name: 'year', label: '年度' },
    {
      name: 'status',
      label: '状态',
      options: Object.entries(STATUS).map(([value, [label]]) => ({ value, label })),
    },
  ]
  const columns: Column<QuotaRow>[] = [
    { key: 'year', title: '年度', dataIndex: 'year', className: 'num' },
    ...(withUnit ? [{ key: 'unit', title: '申报单位', dataIndex: 'unit' }] : []),
    { key: 'specialty', title: '申报专业', dataIndex: 'specialtyName' },
    { key: 'kind', title: '评审职数类别', dataIndex: 'kindLabel' },
    { key: 'total', title: '核准的评审总职数', dataIndex: 'approvedTotal', align: 'right' },
    { key: 'asked', title: '申报评审职数', dataIndex: 'asked', align: 'right' },
    ...categories.map(({ value, label }) => ({
      key: value,
      title: label,
      align: 'right' as const,
      render: (_: unknown, row: QuotaRow) => row.posts[value] ?? 0,
    })),
    { key: 'materials', title: '实际交材料数', dataIndex: 'materials', align: 'right' },
    {
      key: 'status',
      title: '状态',
      render: (_, row) => (
        <>
          <Tag color={STATUS[row.status][1]}>{STATUS[row.status][0]}</Tag>
          {row.opinion && <div className="muted">{row.opinion}</div>}
        </>
      ),
    },
    ...(act
      ? [
          {
            key: 'act',
            title: '操作',
            acts: true,
            render: (_: unknown, row: QuotaRow) => act(row),
          },
        ]
      : []),
  ]
  return (
    <DataTable<QuotaRow>
      name={props.name}
      rowKey="id"
      paged={quotas}
      values={props.filters}
      filters={filters}
      tools={props.tools}
      empty={props.empty}
      columns={columns}
    />
  )
}

/** 详情 */
export function QuotaFacts({ row, categories }: { row: QuotaRow; categories: Category[] }) {
  const facts: [string, ReactNode][] = [
    ['年度', row.year],
    ['申报单位', row.unit],
    ['申报专业', row.specialtyName],
    ['评审职数类别', row.kindLabel],
    ['核准的评审总职数', row.approvedTotal],
    ['申报评审职数', row.asked],
    ...categories.map(({ value, label }): [string, ReactNode] => [label, row.posts[value] ?? 0]),
    ['实际交材料数', row.materials],
    ['状态', STATUS[row.status][0]],
    ['审核人', row.decidedBy ?? '—'],
    ['审核意见', row.opinion ?? '—'],
  ]
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
