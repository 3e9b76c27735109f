import { readIdNumber } from '#identity/id_number'
import { holds, type Facts } from '#province/conditions'
import type { FieldRule, SectionRule } from '#province/ruleset'
import { isDay } from '#web/vine'

/** A fault of a form: where it stands and what to do about it. */
export interface FormFault {
  section: string
  field: string | null
  /** key of the record in a table */
  record: string | null
  message: string
  /** still being typed: may be kept in a draft, not submitted */
  isUnfinished?: boolean
}

export type FormRecord = { key: string } & Record<string, unknown>
export type SectionContent = Record<string, unknown> | FormRecord[]

export interface FormContext {
  facts: Facts
  /** values a select may have beside its own options, by source */
  sources: Partial<Record<NonNullable<FieldRule['source']>, ReadonlySet<string>>>
}

/** What is typed letter by letter is wrong on the way to being right. */
const UNFINISHED = new Set<FieldRule['type']>(['phone', 'email', 'url', 'id_number', 'period'])
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/**
 * Faults of one section. A draft is checked for what can't be stored or is plainly wrong; a submission also for what is
 * missing. The server's word is final; the pages check the same rules for comfort.
 */
export function sectionFaults(
  section: SectionRule,
  content: SectionContent | undefined,
  ctx: FormContext,
  complete: boolean
): FormFault[] {
  if (section.kind === 'materials' || !holds(section.visibleWhen, ctx.facts)) return []
  if (section.kind === 'form')
    return isValues(content ?? {})
      ? fieldsFaults(section, (content ?? {}) as Record<string, unknown>, null, ctx, complete)
      : [fault(section, null, null, '内容格式不正确')]
  const records = (content ?? []) as FormRecord[]
  if (!isRecords(records)) return [fault(section, null, null, '内容格式不正确')]
  const faults = records.flatMap((record) => [
    ...fieldsFaults(section, record, record.key, ctx, complete),
    ...orderFaults(section, record),
  ])
  if (records.length > (section.maxRecords ?? 200))
    faults.push(fault(section, null, null, `最多 ${section.maxRecords ?? 200} 条`))
  if (complete && records.length < (section.minRecords ?? 0))
    faults.push(fault(section, null, null, `至少填写 ${section.minRecords} 条`))
  return faults
}

const isValues = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Records carry a key of their own, and no two the same. */
const isRecords = (value: unknown): value is FormRecord[] =>
  Array.isArray(value) &&
  value.every(
    (record) => isValues(record) && /^[\w-]{1,40}$/.test(String((record as FormRecord).key ?? ''))
  ) &&
  new Set(value.map(({ key }: FormRecord) => key)).size === value.length

const fault = (
  section: SectionRule,
  field: string | null,
  record: string | null,
  message: string
) => ({
  section: section.id,
  field,
  record,
  message,
})

function fieldsFaults(
  section: SectionRule,
  values: Record<string, unknown>,
  record: string | null,
  ctx: FormContext,
  complete: boolean
): FormFault[] {
  // a condition of a record field may ask about its own record
  const facts = { ...ctx.facts, form: { ...(ctx.facts.form as Facts), [section.id]: values } }
  const known = new Set(section.fields.map(({ id }) => id))
  const strange = Object.keys(values).filter((id) => id !== 'key' && !known.has(id))
  if (strange.length > 0) return [fault(section, null, record, '含有规则以外的内容')]
  return section.fields.flatMap((field) => {
    if (field.type === 'read_only' || !holds(field.visibleWhen, facts)) return []
    const value = values[field.id]
    if (isEmpty(value)) {
      const needed =
        field.required || (field.requiredWhen !== undefined && holds(field.requiredWhen, facts))
      return complete && needed ? [fault(section, field.id, record, `请填写“${field.label}”`)] : []
    }
    const wrong = valueFault(field, value, ctx)
    if (!wrong) return []
    const found = fault(section, field.id, record, `“${field.label}”${wrong}`)
    return [
      UNFINISHED.has(field.type) && !isStrange(value) ? { ...found, isUnfinished: true } : found,
    ]
  })
}

/** A record that ends before it begins may be kept while it is typed, not submitted. */
function orderFaults(section: SectionRule, { key, from, to }: FormRecord): FormFault[] {
  const [first, last] = ['from', 'to'].map((id) => section.fields.find((one) => one.id === id))
  if (!first || !last || typeof from !== 'string' || typeof to !== 'string') return []
  if (!from || !to || from <= to) return []
  const message = `“${last.label}”不能早于“${first.label}”`
  return [{ ...fault(section, 'to', key, message), isUnfinished: true }]
}

/** Not what any page sends for such a field. */
const isStrange = (value: unknown) =>
  typeof value === 'string' ? value.length > 300 : JSON.stringify(value).length > 60

function valueFault(field: FieldRule, value: unknown, ctx: FormContext): string | null {
  switch (field.type) {
    case 'number':
      return numberFault(field, value)
    case 'period':
      return periodFault(value)
    case 'file':
    case 'image':
      return Array.isArray(value) && value.every((id) => Number.isInteger(id) && id > 0)
        ? null
        : '应为已上传的文件'
  }
  if (typeof value !== 'string') return '应为文字'
  const length = [...value].length
  if (length > (field.maxLength ?? (field.type === 'long_text' ? 5000 : 300)))
    return `最多 ${field.maxLength ?? 300} 个字，现有 ${length} 个`
  switch (field.type) {
    case 'date':
      return isDay(value) ? null : '应为有效日期，如 2026-05-01'
    case 'month':
      return MONTH.test(value) ? null : '应为年月，如 2026-05'
    case 'year':
      return /^(19|20)\d{2}$/.test(value) ? null : '应为四位年份，如 2021'
    case 'phone':
      return /^1\d{10}$/.test(value) ? null : '应为 11 位手机号码'
    case 'email':
      return EMAIL.test(value) ? null : '应为有效的邮箱地址，如 name@example.com'
    case 'url':
      return /^https?:\/\/\S+$/.test(value) ? null : '应以 http:// 或 https:// 开头'
    case 'id_number': {
      const facts = readIdNumber(value)
      return 'fault' in facts ? facts.fault.replace('身份证号', '') : null
    }
    case 'select':
      return choiceFault(field, value, ctx)
  }
  return null
}

function choiceFault(field: FieldRule, value: string, { sources }: FormContext): string | null {
  const known = field.source
    ? sources[field.source]?.has(value)
    : field.options?.some((option) => option.value === value)
  return known ? null : '请从列表中选择'
}

function numberFault(field: FieldRule, value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '应为数字'
  if (field.min !== undefined && value < field.min) return `不能小于 ${field.min}`
  if (field.max !== undefined && value > field.max) return `不能大于 ${field.max}`
  const scaled = value * 10 ** (field.decimals ?? 0)
  if (Math.abs(scaled - Math.round(scaled)) > 1e-9)
    return field.decimals ? `最多 ${field.decimals} 位小数` : '应为整数'
  return null
}

function periodFault(value: unknown): string | null {
  const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown }
  if (typeof from !== 'string' || typeof to !== 'string' || !MONTH.test(from) || !MONTH.test(to))
    return '应填写起止年月'
  return from <= to ? null : '的开始年月不能晚于结束年月'
}
