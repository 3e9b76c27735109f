import {
  choice,
  field,
  number,
  optional,
  record,
  text,
  type ListNode,
  type RecordNode,
} from '#rules/shape/node'
import { TRACE_KINDS } from '#rules/shape/words'

const TRACES: ListNode = {
  kind: 'list',
  noun: '核对内容',
  title: ({ section, field: name }) => `${section} / ${name}`,
  create: () => ({ kind: 'work', section: '', field: '' }),
  item: record(
    field('kind', '核对什么', choice(TRACE_KINDS)),
    field('section', '信息项编号', text),
    field('field', '字段编号', text),
    field('until', '离开时间字段编号', text, {
      ...optional,
      when: ({ kind }) => kind === 'unit',
    })
  ),
}

export const AVOIDANCE: RecordNode = record(
  field('years', '同单位追溯', number(0, 20, '年')),
  field('applicant', '申报信息中核对的内容', TRACES),
  field('expert', '专家信息中核对的内容', TRACES)
)
