import { withNationalSeries } from '#province/national_series'
import type { CatalogueRules, SeriesRule } from '#province/ruleset'

/** The series of the guide's example with the national titles they map to (HU-31). */
const own: SeriesRule[] = [
  {
    code: '01',
    name: '高等学校教师',
    specialties: [
      { code: '0101', name: '土木工程' },
      { code: '0102', name: '环境工程' },
      { code: '0103', name: '给排水科学与工程' },
    ],
    titles: [
      { code: '0101', name: '教授', level: 'senior_full', nationalTitle: '0101' },
      { code: '0102', name: '副教授', level: 'senior_associate', nationalTitle: '0102' },
      { code: '0103', name: '讲师', level: 'intermediate', nationalTitle: '0103' },
      { code: '0104', name: '助教', level: 'junior_assistant', nationalTitle: '0104' },
    ],
  },
  {
    code: '05',
    name: '工程技术人员',
    specialties: [
      { code: '0501', name: '建筑工程' },
      { code: '0502', name: '市政工程' },
    ],
    titles: [
      { code: '0501', name: '正高级工程师', level: 'senior_full', nationalTitle: '0501' },
      { code: '0502', name: '高级工程师', level: 'senior_associate', nationalTitle: '0502' },
      { code: '0503', name: '工程师', level: 'intermediate', nationalTitle: '0503' },
      { code: '0504', name: '助理工程师', level: 'junior_assistant', nationalTitle: '0504' },
    ],
  },
]

export const catalogue: CatalogueRules = { series: withNationalSeries(own) }
