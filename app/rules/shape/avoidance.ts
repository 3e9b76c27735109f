import {
  choice,
  field,
  number,
  optional,
  record,
  type ListNode,
  type RecordNode,
} from '#rules/shape/node'
import { choicesOf } from '#rules/shape/choices'
import { TRACE_KINDS } from '#rules/shape/words'

type Sections = 'sections' | 'profile_sections'
type Fields = 'fields' | 'profile_fields'

/** What is compared, by the names of the form it stands in; a section the province has not is said so. */
const traces = (sections: Sections, fields: Fields): ListNode => ({
  kind: 'list',
  noun: '核对内容',
  title: (entry, around) => {
    const { kind, section, field: name } = entry
    const known = around ? choicesOf(sections, around) : {}
    if (!around || Object.keys(known).length === 0) return `${section} / ${name}`
    const said = known[section]
      ? `${known[section]} · ${choicesOf(fields, around, entry)[name] ?? '请选择字段'}`
      : '本省没有这一信息项，不核对'
    return `${TRACE_KINDS[kind as keyof typeof TRACE_KINDS] ?? ''}：${said}`
  },
  create: () => ({ kind: 'work', section: '', field: '' }),
  item: record(
    field('kind', '核对什么', choice(TRACE_KINDS)),
    field('section', '信息项', choice(sections)),
    field('field', '字段', choice(fields)),
    field('until', '离开时间字段', choice(fields), {
      ...optional,
      when: ({ kind }) => kind === 'unit',
    })
  ),
})

export const AVOIDANCE: RecordNode = record(
  field('years', '同单位追溯', number(0, 20, '年')),
  field('applicant', '申报信息中核对的内容', traces('sections', 'fields')),
  field('expert', '专家信息中核对的内容', traces('profile_sections', 'profile_fields'))
)
