import { repeated } from '#province/check_form'
import type { Ruleset } from '#province/ruleset'

/** What may be printed on pre-printed stock; a day is printed whole or in pieces between printed words. */
export const PAPER_FIELDS = {
  name: '姓名',
  sex: '性别',
  idNumber: '身份证号',
  birth: '出生日期',
  unit: '工作单位',
  series: '系列',
  specialty: '专业名称',
  title: '资格名称',
  level: '资格级别',
  committee: '评审组织',
  number: '证书编号',
  documentNumber: '批准文号',
  issuer: '发证机关',
  passedOn: '通过时间',
  issuedOn: '发证日期',
  passedYear: '通过年份',
  passedMonth: '通过月份',
  passedDay: '通过日',
  issuedYear: '发证年份',
  issuedMonth: '发证月份',
  issuedDay: '发证日',
} as const
export type PaperField = keyof typeof PAPER_FIELDS

interface Box {
  x: number
  y: number
  width: number
}

/** Where things stand on the stock, in millimetres from its upper left corner (HN-41). */
export interface PaperRules {
  /** what the stock is called, e.g. 证书内芯 */
  label: string
  width: number
  height: number
  /** how the blank lies in the printer */
  feed: string
  /** `size` in points; a line that is too wide is made smaller */
  fields: (Box & { field: PaperField; size: number })[]
  photo?: Box & { height: number }
}

/** The layout of a province that says nothing: an inner leaf in landscape, picture left, lines right. */
export const DEFAULT_PAPER: PaperRules = {
  label: '证书内芯（横式，210 × 148 毫米）',
  width: 210,
  height: 148,
  feed: '空白内芯印有文字的一面朝上，证书标题朝向出纸方向的左侧，靠紧进纸导板放入手动进纸槽。',
  photo: { x: 22, y: 34, width: 35, height: 49 },
  fields: [
    { field: 'name', x: 98, y: 30, width: 90, size: 14 },
    { field: 'sex', x: 98, y: 40, width: 90, size: 14 },
    { field: 'idNumber', x: 98, y: 50, width: 90, size: 13 },
    { field: 'unit', x: 98, y: 60, width: 90, size: 13 },
    { field: 'title', x: 98, y: 70, width: 90, size: 14 },
    { field: 'specialty', x: 98, y: 80, width: 90, size: 14 },
    { field: 'committee', x: 98, y: 90, width: 90, size: 12 },
    { field: 'passedOn', x: 98, y: 100, width: 90, size: 13 },
    { field: 'number', x: 98, y: 110, width: 90, size: 13 },
    { field: 'issuedYear', x: 132, y: 128, width: 14, size: 13 },
    { field: 'issuedMonth', x: 152, y: 128, width: 10, size: 13 },
    { field: 'issuedDay', x: 168, y: 128, width: 10, size: 13 },
  ],
}

/** Faults of a layout: what does not lie on the stock, what stands twice. */
export function paperFaults({ certificates: { paper } }: Ruleset): string[] {
  if (!paper) return []
  const beyond = ({ x, y, width, height = 0 }: Box & { height?: number }) =>
    x + width > paper.width || y + height > paper.height
  return [
    ...repeated(paper.fields.map(({ field }) => field)).map(
      (field) => `纸质证书版式：${PAPER_FIELDS[field as PaperField]}重复`
    ),
    ...paper.fields
      .filter(beyond)
      .map(({ field }) => `纸质证书版式：${PAPER_FIELDS[field]}超出纸面`),
    ...(paper.photo && beyond(paper.photo) ? ['纸质证书版式：照片超出纸面'] : []),
  ]
}
