import { personRow } from '#results/queries/list_people'
import { now } from '#tenancy/clock'
import type { XlsxColumn } from '#web/excel'

type Row = Record<string, any>

const text = (title: string, name: keyof ReturnType<typeof personRow>, width?: number) => ({
  title,
  width,
  value: (row: Row) => personRow(row)[name] as string | number | null,
})

/** The columns of every list of persons after the report. */
export const PEOPLE_COLUMNS: XlsxColumn<Row>[] = [
  { title: '序号', value: (_, index) => index + 1 },
  text('年度', 'year'),
  text('姓名', 'name'),
  text('身份证号', 'idNumber', 22),
  text('工作单位', 'unit', 36),
  text('申报系列', 'series', 18),
  text('申报专业', 'specialty', 22),
  text('申报职称', 'title', 22),
  text('级别', 'level'),
  text('评委会', 'committee', 40),
]

const OUTCOMES: Record<string, string> = { passed: '通过', not_passed: '未通过' }

/** The same with what the committee decided. */
export const RESULT_COLUMNS: XlsxColumn<Row>[] = [
  ...PEOPLE_COLUMNS,
  text('同意票数', 'yes'),
  text('反对票数', 'no'),
  text('弃权票数', 'abstain'),
  { title: '是否通过', value: (row) => OUTCOMES[row.outcome] ?? null },
]

export const NUMBER_COLUMNS: XlsxColumn<Row>[] = [
  ...PEOPLE_COLUMNS,
  text('证书编号', 'certificateNumber', 26),
  text('文件编号', 'documentNumber', 22),
]

/** A file's name says when it was made. */
export const exportName = (label: string) =>
  `${label}_${now().setZone('Asia/Shanghai').toFormat('yyyyMMdd')}`
