import type { Ruleset, SectionRule } from '#province/ruleset'

/** What a fact is, so that conditions over it can be typed and told in words. */
export interface FactDeclaration {
  label: string
  /** `date` compares as text; of `files` only their presence can be asked; `any` is an attribute of a body */
  type: 'text' | 'number' | 'boolean' | 'date' | 'list' | 'files' | 'any'
  /** labels of the codes it can have */
  values?: Record<string, string>
  /** codes beyond `values` are possible too */
  isOpen?: boolean
  /** facts of one record of a list */
  record?: Record<string, FactDeclaration>
}

/** Fact by dotted path; undefined where a condition may not ask for it. */
export type Declared = (path: string) => FactDeclaration | undefined

export const LEVEL_LABELS: Record<string, string> = {
  senior_full: '正高级',
  senior_associate: '副高级',
  intermediate: '中级',
  junior_assistant: '助理级',
  junior_technician: '员级',
}

export const CORE_KINDS = {
  unit: '用人单位',
  department: '主管部门',
  title_office: '职改办',
  agency: '经办机构',
  committee_office: '评委会办事机构',
}

/** What a condition may ask about, apart from the form and the attributes of bodies. */
export const FACTS: Record<string, FactDeclaration> = {
  'level': { label: '申报级别', type: 'text', values: LEVEL_LABELS },
  'series': { label: '申报系列', type: 'text' },
  'specialty': { label: '申报专业', type: 'text' },
  'title': { label: '申报职称', type: 'text' },
  'category': { label: '申报类别', type: 'text' },
  'acquisition': { label: '取得方式', type: 'text' },
  'mode': { label: '申报方式', type: 'text' },
  'evaluationMethod': { label: '评审方式', type: 'text' },
  'organization.kind': { label: '申报单位类型', type: 'text' },
  'organization.core': { label: '申报单位性质', type: 'text', values: CORE_KINDS },
  'body.kind': { label: '机构类型', type: 'text' },
  'body.core': { label: '机构性质', type: 'text', values: CORE_KINDS },
  'body.isFirst': { label: '是否申报人所在单位', type: 'boolean' },
  'body.isFinal': { label: '是否终审机构', type: 'boolean' },
  'committee.level': { label: '评委会级别', type: 'text', values: LEVEL_LABELS },
  'committee.scope': {
    label: '评委会范围',
    type: 'text',
    values: { series: '系列', specialty: '专业' },
  },
  'document.level': { label: '职称文件级别', type: 'text', values: LEVEL_LABELS },
  'issuer.kind': { label: '发文机构类型', type: 'text' },
}

/** Attributes of bodies that rules ask about; a province's own are shown by their name. */
export const ATTRIBUTES: Record<string, string> = {
  autonomous: '自主评审单位',
  cityUniversity: '地市高校',
  recognizesEngineers: '可录入注册类工程师认定结果',
  createsCommittees: '可建立评委会',
  formsCommittees: '可组建评委会',
  nature: '机构单位性质',
  economy: '用人单位经济类型',
  industry: '所属行业',
}

const ATTRIBUTE = /^(?:body|organization|issuer)\.attributes\.\w+$/

const attributeLabel = (path: string) => {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return ATTRIBUTES[name] ?? name
}

/** The facts of the core alone. */
export const coreFacts: Declared = (path) =>
  Object.hasOwn(FACTS, path)
    ? FACTS[path]
    : ATTRIBUTE.test(path)
      ? { label: `机构属性“${attributeLabel(path)}”`, type: 'any' }
      : undefined

/** Groups of facts; each place of a ruleset knows some of them. */
export type FactGroup =
  'target' | 'precheck' | 'organization' | 'form' | 'body' | 'committee' | 'document' | 'issuer'

const groupOf = (path: string): FactGroup =>
  path.includes('.') ? (path.slice(0, path.indexOf('.')) as FactGroup) : 'target'

/**
 * The facts of a ruleset that are known at a place: codes with the ruleset's own labels, and the fields of its form.
 * `own` is the section a condition stands in: only there may it ask about fields of its own record.
 */
export function factsOf(ruleset: Ruleset, groups: FactGroup[], own?: SectionRule): Declared {
  const facts = allFacts(ruleset, own)
  return (path) =>
    groups.includes(groupOf(path))
      ? Object.hasOwn(facts, path)
        ? facts[path]
        : coreFacts(path)
      : undefined
}

/** The same by path, to choose from; attributes of bodies are free and not listed. */
export const factList = (ruleset: Ruleset, groups: FactGroup[], own?: SectionRule) =>
  Object.fromEntries(
    Object.entries(allFacts(ruleset, own)).filter(([path]) => groups.includes(groupOf(path)))
  )

const allFacts = (ruleset: Ruleset, own?: SectionRule): Record<string, FactDeclaration> => ({
  ...FACTS,
  ...codes(ruleset),
  ...questionFacts(ruleset),
  ...formFacts(ruleset, own),
})

const labels = (options: { value: string; label: string }[]) =>
  Object.fromEntries(options.map(({ value, label }) => [value, label]))
const names = (entries: { code: string; name: string }[]) =>
  Object.fromEntries(entries.map(({ code, name }) => [code, name]))

function codes({ application, catalogue, organizations }: Ruleset) {
  const { series } = catalogue
  const kinds = Object.fromEntries(organizations.kinds.map(({ id, label }) => [id, label]))
  const withValues = (path: string, values: Record<string, string>, isOpen = false) => [
    path,
    { ...FACTS[path], values, isOpen },
  ]
  return Object.fromEntries([
    // a rule may name a series before the catalogue has it
    withValues('series', names(series), true),
    withValues('specialty', names(series.flatMap(({ specialties }) => specialties)), true),
    withValues('title', names(series.flatMap(({ titles }) => titles)), true),
    withValues('category', labels(application.categories)),
    withValues('acquisition', labels(application.acquisitions)),
    withValues('mode', labels(application.modes)),
    withValues('evaluationMethod', labels(application.evaluationMethods)),
    ...['organization.kind', 'body.kind', 'issuer.kind'].map((path) => withValues(path, kinds)),
  ]) as Record<string, FactDeclaration>
}

const questionFacts = ({ application }: Ruleset): Record<string, FactDeclaration> =>
  Object.fromEntries(
    application.precheck
      .flatMap((field) => fieldFacts(field))
      .map(([path, fact]) => [`precheck.${path}`, fact])
  )

function formFacts({ application }: Ruleset, own?: SectionRule): Record<string, FactDeclaration> {
  return Object.fromEntries(
    application.sections.flatMap((section) => {
      const fields = section.fields.flatMap((field) => fieldFacts(field))
      const at = `form.${section.id}`
      const single = fields.map(([path, fact]) => [
        `${at}.${path}`,
        { ...fact, label: `${section.title}·${fact.label}` },
      ])
      if (section.kind !== 'records') return single
      return [
        [at, { label: section.title, type: 'list', record: Object.fromEntries(fields) }],
        ...(section.id === own?.id ? single : []),
      ]
    })
  )
}

type FieldRule = SectionRule['fields'][number]

function fieldFacts(field: FieldRule): [string, FactDeclaration][] {
  const { id, label } = field
  switch (field.type) {
    // what is shown for reading only is not stored
    case 'read_only':
      return []
    case 'number':
      return [[id, { label, type: 'number' }]]
    case 'date':
    case 'month':
    case 'year':
      return [[id, { label, type: 'date' }]]
    case 'period':
      return [
        [`${id}.from`, { label: `${label}（起）`, type: 'date' }],
        [`${id}.to`, { label: `${label}（止）`, type: 'date' }],
      ]
    case 'file':
    case 'image':
      return [[id, { label, type: 'files' }]]
    case 'select':
      return [
        [id, { label, type: 'text', ...(field.options && { values: labels(field.options) }) }],
      ]
    default:
      return [[id, { label, type: 'text' }]]
  }
}
