import { OUTCOMES } from '#evaluations/words'
import type { PersonRow } from '#results/queries/list_people'
import type { Column } from '~/ui/data_table'
import { StageTag } from '~/ui/stage_tag'

/** fits every row that is a person and more */
type PersonColumn = Column<any>

const text = (key: keyof PersonRow, title: string, num = false): PersonColumn => ({
  key,
  title,
  ...(num && { className: 'num' }),
  render: (_: unknown, row: PersonRow) => row[key] ?? '—',
})
const votes = (key: 'yes' | 'no' | 'abstain', title: string): PersonColumn => ({
  ...text(key, title, true),
  align: 'right',
})

export const WHO: PersonColumn[] = [
  text('name', '姓名'),
  text('idNumber', '身份证号', true),
  text('unit', '工作单位'),
]
export const TARGET: PersonColumn[] = [
  text('series', '申报系列'),
  text('specialty', '申报专业'),
  text('title', '申报职称'),
  text('level', '级别'),
]
export const VOTES: PersonColumn[] = [
  votes('yes', '同意票数'),
  votes('no', '反对票数'),
  votes('abstain', '弃权票数'),
  {
    key: 'outcome',
    title: '是否通过',
    render: (_, row: PersonRow) => OUTCOMES[row.outcome ?? ''] ?? '—',
  },
]
export const STAGE: PersonColumn = {
  key: 'stage',
  title: '状态',
  render: (_, row: PersonRow) => <StageTag stage={row.stage} />,
}
export const NUMBER: PersonColumn = text('certificateNumber', '证书编号', true)
export const YEAR: PersonColumn = text('year', '年度', true)
export const COMMITTEE: PersonColumn = text('committee', '评委会')
