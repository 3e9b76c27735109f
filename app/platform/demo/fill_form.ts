import { NATIONS } from '#catalogue/nations'
import type { FormRecord } from '#forms/check_section'
import { factAt, holds, type Facts } from '#province/conditions'
import type { FieldRule, Ruleset, SectionRule } from '#province/ruleset'

export interface FormFiller {
  /** made up anew for each place a file is needed */
  file: () => Promise<number>
  /** options of catalogue sources by name */
  sources: Partial<Record<NonNullable<FieldRule['source']>, { value: string }[]>>
  birthDate: string
  name: string
  /** where he works; two people of the demo share neither units nor works by accident (R34) */
  unit: string
}

const WORDS: Record<string, string> = {
  school: '示例大学',
  major: '示例专业',
  post: '专业技术岗位',
  witness: '证明人',
  journal: '示例学报',
  sponsor: '示例主办单位',
  issn: '1000-0000',
  archivePlace: '示例人才服务中心',
  personnelPhone: '0000-0000000',
  health: '健康',
  administrativePost: '无',
  presentTitle: '无',
}

/** What a plausible applicant would have typed into a section: every required field, and one record per table. */
export async function filledSection(
  section: SectionRule,
  facts: Facts,
  filler: FormFiller
): Promise<Record<string, unknown> | FormRecord[]> {
  if (section.kind === 'form') return filledFields(section, facts, filler)
  return [{ key: `${section.id}1`, ...(await filledFields(section, facts, filler)) }]
}

async function filledFields(section: SectionRule, facts: Facts, filler: FormFiller) {
  const values: Record<string, unknown> = {}
  for (const field of section.fields) {
    const around = { ...facts, form: { ...(facts.form as Facts), [section.id]: values } }
    if (field.type === 'read_only' || !holds(field.visibleWhen, around)) continue
    const needed =
      field.required || (field.requiredWhen !== undefined && holds(field.requiredWhen, around))
    // what is known already stays as it is
    const known = field.prefill && factAt(facts, `form.${section.id}.${field.id}`)
    if (needed) values[field.id] = known ?? (await filledValue(field, filler))
  }
  return values
}

async function filledValue(field: FieldRule, filler: FormFiller): Promise<unknown> {
  switch (field.type) {
    case 'file':
    case 'image':
      return [await filler.file()]
    case 'number':
      return Math.min(field.max ?? 10, Math.max(field.min ?? 0, 10))
    case 'date':
      return field.prefill === 'person.birthDate' ? filler.birthDate : '2020-07-01'
    case 'month':
      return field.id === 'to' ? '2026-01' : '2016-07'
    case 'year':
      return '2025'
    case 'period':
      return { from: '2016-07', to: '2026-01' }
    case 'phone':
      return '13700000000'
    case 'email':
      return 'name@example.com'
    case 'url':
      return 'https://example.com/'
    case 'select': {
      if (field.source === 'nations') return NATIONS[0]
      const options = field.source ? filler.sources[field.source] : field.options
      return chosen(field, options ?? [])
    }
    default:
      return wordsFor(field, filler).slice(0, field.maxLength ?? 200)
  }
}

function wordsFor(field: FieldRule, { name, unit }: FormFiller): string {
  if (field.id === 'unit') return unit
  if (field.id === 'title') return `${name}的示例题目`
  return WORDS[field.id] ?? `${field.label}示例`
}

/** The plain choice: the second of yes and no is no, and the last of the titles is none. */
const chosen = (field: FieldRule, options: { value: string }[]) =>
  (['hasTitle', 'introduced', 'presentTitle'].includes(field.id) ? options.at(-1) : options[0])
    ?.value

/** Materials an applicant with these facts has to upload. */
export const neededMaterials = (ruleset: Ruleset, facts: Facts) =>
  ruleset.application.materials.filter(
    (material) =>
      holds(material.visibleWhen, facts) &&
      (material.required ||
        (material.requiredWhen !== undefined && holds(material.requiredWhen, facts)))
  )
