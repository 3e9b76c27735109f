import type { HintRule, SearchRule } from '#province/ruleset'

const HIGHEST = { 'form.education.isHighest': '是' }
const FIRST = { 'form.education.isFirst': '是' }

/** The filters of the review list that look into the form (HB-10). */
export const searches: SearchRule[] = [
  {
    id: 'highestEducation',
    label: '最高学历',
    kind: 'value',
    section: 'education',
    field: 'education',
    when: HIGHEST,
  },
  {
    id: 'school',
    label: '毕业学校',
    kind: 'value',
    section: 'education',
    field: 'school',
    when: HIGHEST,
  },
  {
    id: 'firstEducation',
    label: '第一学历',
    kind: 'value',
    section: 'education',
    field: 'education',
    when: FIRST,
  },
  {
    id: 'presentTitle',
    label: '现职称名称',
    kind: 'value',
    section: 'titleCertificate',
    field: 'titleName',
  },
  {
    id: 'presentLevel',
    label: '现职称等级',
    kind: 'value',
    section: 'titleCertificate',
    field: 'titleLevel',
  },
  {
    id: 'presentYears',
    label: '现职称取得年限',
    kind: 'since',
    section: 'titleCertificate',
    field: 'obtainedOn',
  },
  {
    id: 'specialExperience',
    label: '特殊经历',
    kind: 'value',
    section: 'specialExperience',
    field: 'kind',
  },
  {
    id: 'entrusted',
    label: '是否委托评审',
    kind: 'flag',
    when: { evaluationMethod: 'entrusted' },
  },
  {
    id: 'major',
    label: '所学专业',
    kind: 'value',
    section: 'education',
    field: 'major',
    when: HIGHEST,
  },
]

export const hints: HintRule[] = [
  { section: 'papers', field: 'title', kind: 'title' },
  { section: 'papers', field: 'issn', kind: 'issn' },
  { section: 'books', field: 'title', kind: 'title' },
  { section: 'books', field: 'isbn', kind: 'isbn' },
  { section: 'patents', field: 'number', kind: 'number' },
  { section: 'projects', field: 'number', kind: 'number' },
  { section: 'titleCertificate', field: 'controlNumber', kind: 'number' },
  { section: 'otherCertificates', field: 'number', kind: 'number' },
]
