import { withNationalSeries } from '#province/national_series'
import type { CatalogueRules, SeriesRule } from '#province/ruleset'

/** Series, specialties and titles that the manual's screens and examples name */
const own: SeriesRule[] = [
  {
    code: '01',
    name: '高等学校教师-本科',
    category: 'teaching',
    specialties: [
      { code: '0101', name: '哲学' },
      { code: '0102', name: '逻辑学' },
      { code: '0103', name: '宝石及材料工艺学' },
      { code: '0104', name: '临床医学' },
      { code: '0105', name: '计算机科学与技术' },
    ],
    titles: [
      { code: '0101', name: '教授', level: 'senior_full', nationalTitle: '0101' },
      { code: '0102', name: '副教授', level: 'senior_associate', nationalTitle: '0102' },
      { code: '0103', name: '讲师', level: 'intermediate', nationalTitle: '0103' },
      { code: '0104', name: '助教', level: 'junior_assistant', nationalTitle: '0104' },
    ],
  },
  {
    code: '04',
    name: '卫生技术人员',
    category: 'health',
    specialties: [
      { code: '0401', name: '内科' },
      { code: '0402', name: '外科' },
      { code: '0403', name: '护理' },
    ],
    titles: [
      { code: '0401', name: '主任医师', level: 'senior_full', nationalTitle: '0401' },
      { code: '0402', name: '副主任医师', level: 'senior_associate', nationalTitle: '0402' },
      { code: '0403', name: '主治医师', level: 'intermediate', nationalTitle: '0403' },
      { code: '0404', name: '医师', level: 'junior_assistant', nationalTitle: '0404' },
    ],
  },
]

const CATEGORIES: Record<string, string> = {
  '13': 'teaching',
  '21': 'teaching',
  '22': 'teaching',
  '05': 'engineering',
  '06': 'engineering',
  '12': 'engineering',
}
const categoryOf = (code: string) => CATEGORIES[code] ?? 'general'

export const catalogue: CatalogueRules = { series: withNationalSeries(own, categoryOf) }
