import type { HintRule, SearchRule } from '#province/ruleset'

/** The filters of the review list that look into the form. */
export const searches: SearchRule[] = [
  { id: 'education', label: '学历', kind: 'value', section: 'education', field: 'education' },
  { id: 'school', label: '毕业院校', kind: 'value', section: 'education', field: 'school' },
  { id: 'major', label: '所学专业', kind: 'value', section: 'education', field: 'major' },
  {
    id: 'presentTitle',
    label: '现任职称',
    kind: 'value',
    section: 'target',
    field: 'presentTitle',
  },
  {
    id: 'presentYears',
    label: '现任职称取得年限',
    kind: 'since',
    section: 'target',
    field: 'presentSince',
  },
]

export const hints: HintRule[] = [
  { section: 'papers', field: 'title', kind: 'title' },
  { section: 'achievements', field: 'name', kind: 'title' },
]
