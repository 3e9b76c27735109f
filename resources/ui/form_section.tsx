import type { ReactNode } from 'react'
import { holds, type Facts } from '../../app/province/conditions'
import { FormField } from './form_field'
import { RecordTable } from './record_table'
import type { FileMap, SectionRule, Sources } from './form_types'

export interface Fault {
  field: string | null
  record: string | null
  message: string
}

export interface SectionProps {
  section: SectionRule
  content: unknown
  facts: Facts
  sources: Sources
  files: FileMap
  uploadPath: string
  faults: Fault[]
  disabled?: boolean
  /** whether a field (of a record) may be changed; after a return only what it names may (R19) */
  isOpen?: (field?: string, record?: string) => boolean
  /** what a reviewer said about a field */
  reasonOf?: (field?: string, record?: string) => string | undefined
  /** further buttons of a table of records */
  tools?: ReactNode
  onChange: (content: unknown) => void
}

/** One section of a ruleset's form: fields, or a table of records. */
export function FormSection(props: SectionProps) {
  if (props.section.kind === 'records') return <RecordTable {...props} />
  const values = (props.content ?? {}) as Record<string, unknown>
  return (
    <FieldGrid
      {...props}
      values={values}
      record={null}
      onField={(id, value) => props.onChange({ ...values, [id]: value })}
    />
  )
}

interface GridProps extends Omit<SectionProps, 'content' | 'onChange'> {
  values: Record<string, unknown>
  record: string | null
  onField: (id: string, value: unknown) => void
}

const WIDE = new Set(['long_text', 'file', 'period'])

export function FieldGrid({ section, values, record, facts, faults, onField, ...rest }: GridProps) {
  const around = { ...facts, form: { ...(facts.form as Facts), [section.id]: values } }
  return (
    <div className="grid-form">
      {section.fields
        .filter((field) => holds(field.visibleWhen, around))
        .map((field) => {
          const id = `${section.id}.${field.id}`
          const fault = faults.find((one) => one.field === field.id && one.record === record)
          const needed =
            field.required ||
            (field.requiredWhen !== undefined && holds(field.requiredWhen, around))
          const reason = rest.reasonOf?.(field.id, record ?? undefined)
          return (
            <div
              key={field.id}
              className={WIDE.has(field.type) ? 'field wide' : 'field'}
              data-marked={reason !== undefined}
            >
              <label htmlFor={id}>
                {needed && field.type !== 'read_only' && (
                  <span className="must" aria-label="必填">
                    *{' '}
                  </span>
                )}
                {field.label}
              </label>
              {reason && <div className="reason">需要修改：{reason}</div>}
              <FormField
                id={id}
                field={field}
                value={values[field.id]}
                place={id}
                invalid={fault !== undefined}
                onChange={(value) => onField(field.id, value)}
                sources={rest.sources}
                files={rest.files}
                uploadPath={rest.uploadPath}
                disabled={rest.disabled || rest.isOpen?.(field.id, record ?? undefined) === false}
              />
              {fault ? (
                <div role="alert" className="fault">
                  {fault.message}
                </div>
              ) : (
                field.hint && <div className="hint">{field.hint}</div>
              )}
            </div>
          )
        })}
    </div>
  )
}
