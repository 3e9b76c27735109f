import { memo, useCallback, useRef, type ReactNode } from 'react'
import { holds, type Facts } from '#province/conditions'
import { FormField } from './form_field'
import { RecordTable } from './record_table'
import type { FieldRule, FileMap, SectionRule, Sources } from './form_types'

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
  // the same function for good, so that a key pressed in one field draws that field alone
  const latest = useRef(onField)
  latest.current = onField
  const change = useCallback((id: string, value: unknown) => latest.current(id, value), [])
  return (
    <div className="grid-form">
      {section.fields
        .filter((field) => holds(field.visibleWhen, around))
        .map((field) => (
          <FieldRow
            key={field.id}
            place={`${section.id}.${field.id}`}
            field={field}
            value={values[field.id]}
            isNeeded={
              field.type !== 'read_only' &&
              (field.required ||
                (field.requiredWhen !== undefined && holds(field.requiredWhen, around)))
            }
            fault={faults.find((one) => one.field === field.id && one.record === record)?.message}
            reason={rest.reasonOf?.(field.id, record ?? undefined)}
            isDisabled={rest.disabled || rest.isOpen?.(field.id, record ?? undefined) === false}
            sources={rest.sources}
            files={rest.files}
            uploadPath={rest.uploadPath}
            onField={change}
          />
        ))}
    </div>
  )
}

interface RowProps {
  place: string
  field: FieldRule
  value: unknown
  isNeeded: boolean
  fault: string | undefined
  reason: string | undefined
  isDisabled: boolean
  sources: Sources
  files: FileMap
  uploadPath: string
  onField: (id: string, value: unknown) => void
}

const FieldRow = memo(function FieldRow({ place, field, fault, reason, ...rest }: RowProps) {
  return (
    <div
      className={WIDE.has(field.type) ? 'field wide' : 'field'}
      data-marked={reason !== undefined}
    >
      <label htmlFor={place}>
        {rest.isNeeded && (
          <span className="must" aria-label="必填">
            *{' '}
          </span>
        )}
        {field.label}
      </label>
      {reason && <div className="reason">需要修改：{reason}</div>}
      <FormField
        id={place}
        field={field}
        value={rest.value}
        place={place}
        invalid={fault !== undefined}
        onChange={(value) => rest.onField(field.id, value)}
        sources={rest.sources}
        files={rest.files}
        uploadPath={rest.uploadPath}
        disabled={rest.isDisabled}
      />
      {fault ? (
        <div role="alert" className="fault">
          {fault}
        </div>
      ) : (
        field.hint && <div className="hint">{field.hint}</div>
      )}
    </div>
  )
})
