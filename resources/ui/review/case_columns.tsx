import type { CaseRow } from '#approvals/queries/case_rows'
import type { Column } from '../data_table'
import { Link } from '../link'

const or = (text: string | null) => text ?? '—'

/** The columns of HB-10 and HB-19; a province without categories has no such column. */
export function caseColumns<Row extends CaseRow>(
  path: ((row: Row) => string) | null,
  hasCategories: boolean
): Column<Row>[] {
  return [
    {
      key: 'name',
      title: '姓名',
      render: (_, row) => (path ? <Link href={path(row)}>{row.name}</Link> : row.name),
    },
    { key: 'idNumber', title: '身份证号', className: 'num', dataIndex: 'idNumber' },
    { key: 'unit', title: '申报单位', dataIndex: 'unit' },
    ...(hasCategories
      ? [
          {
            key: 'category',
            title: '申报类别',
            render: (_: unknown, row: Row) => or(row.category),
          },
        ]
      : []),
    { key: 'series', title: '申报系列', render: (_, row) => or(row.series) },
    { key: 'specialty', title: '申报专业', render: (_, row) => or(row.specialty) },
    { key: 'title', title: '申报职称名称', render: (_, row) => or(row.title) },
    { key: 'level', title: '申报等级', render: (_, row) => or(row.level) },
    { key: 'mode', title: '申报方式', render: (_, row) => or(row.mode) },
    { key: 'evaluationMethod', title: '评审方式', render: (_, row) => or(row.evaluationMethod) },
    { key: 'committee', title: '评委会', render: (_, row) => or(row.committee) },
  ]
}
