import { withNationalSeries } from '#province/national_series'
import type { CatalogueRules, SeriesRule } from '#province/ruleset'

/** The series of the manuals' example and of the rules that name one */
const own: SeriesRule[] = [
  {
    code: '22',
    name: '中小学教师',
    specialties: [
      { code: '2201', name: '小学语文' },
      { code: '2202', name: '小学数学' },
      { code: '2203', name: '初中英语' },
    ],
    titles: [
      { code: '2201', name: '中小学正高级教师', level: 'senior_full' },
      { code: '2202', name: '中小学高级教师', level: 'senior_associate' },
      { code: '2203', name: '中小学一级教师', level: 'intermediate' },
      { code: '2204', name: '中小学二级教师', level: 'junior_assistant' },
    ],
  },
  {
    code: '04',
    name: '卫生技术人员',
    specialties: [
      { code: '0401', name: '内科' },
      { code: '0402', name: '护理' },
    ],
    titles: [
      { code: '0401', name: '主任医师', level: 'senior_full', nationalTitle: '0401' },
      { code: '0402', name: '副主任医师', level: 'senior_associate', nationalTitle: '0402' },
      { code: '0403', name: '主治医师', level: 'intermediate', nationalTitle: '0403' },
    ],
  },
]

export const catalogue: CatalogueRules = { series: withNationalSeries(own) }
