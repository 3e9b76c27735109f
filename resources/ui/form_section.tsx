import { Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { holds, type Facts } from '../../app/province/conditions'
import { Empty } from './empty'
import { FormField } from './form_field'
import { valueText } from './form_view'
import type { FieldRule, FileMap, FormRecord, SectionRule, Sources } from './form_types'

export interface Fault {
  field: string | null
  record: string | null
  message: string
}

interface Props {
  section: SectionRule
  content: unknown
  facts: Facts
  sources: Sources
  files: FileMap
  uploadPath: string
  faults: Fault[]
  disabled?: boolean
  onChange: (content: unknown) => void
}

/** One section of a ruleset's form: fields, or a table of records. */
export function FormSection(props: Props) {
  return props.section.kind === 'records' ? <Records {...props} /> : <Fields {...props} />
}

function Fields(props: Props) {
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

interface GridProps extends Omit<Props, 'content' | 'onChange'> {
  values: Record<string, unknown>
  record: string | null
  onField: (id: string, value: unknown) => void
}

const WIDE = new Set(['long_text', 'file', 'period'])

function FieldGrid({ section, values, record, facts, faults, onField, ...rest }: GridProps) {
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
          return (
            <div
              key={field.id}
              className={WIDE.has(field.type) ? 'wide' : undefined}
              style={{ marginBottom: 16 }}
            >
              <label htmlFor={id} style={{ display: 'block', marginBottom: 4 }}>
                {needed && field.type !== 'read_only' && (
                  <span style={{ color: '#c0392b' }} aria-label="必填">
                    *{' '}
                  </span>
                )}
                {field.label}
              </label>
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
                disabled={rest.disabled}
              />
              {fault ? (
                <div role="alert" style={{ color: '#c0392b', fontSize: 13 }}>
                  {fault.message}
                </div>
              ) : (
                field.hint && (
                  <div className="muted" style={{ fontSize: 13 }}>
                    {field.hint}
                  </div>
                )
              )}
            </div>
          )
        })}
    </div>
  )
}

/** Columns of the table of records: the first few short fields. */
const inTable = (fields: FieldRule[]) =>
  fields.filter(({ type }) => !['long_text', 'file', 'image'].includes(type)).slice(0, 6)

function Records(props: Props) {
  const { section, faults } = props
  const records = (props.content ?? []) as FormRecord[]
  const [editing, setEditing] = useState<FormRecord | null>(null)
  const [tried, setTried] = useState<Fault[]>([])
  const keep = () => {
    const missing = missingFields(section, editing!, props.facts)
    setTried(missing)
    if (missing.length > 0) return
    const known = records.some(({ key }) => key === editing!.key)
    props.onChange(
      known
        ? records.map((each) => (each.key === editing!.key ? editing! : each))
        : [...records, editing!]
    )
    setEditing(null)
  }
  const open = (record: FormRecord) => {
    setTried(faults.filter((fault) => fault.record === record.key))
    setEditing(record)
  }
  return (
    <>
      <Table<FormRecord>
        size="small"
        rowKey="key"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={records}
        locale={{
          emptyText: (
            <Empty title="还没有记录">
              {props.disabled ? null : '点击下方按钮添加；没有的可以不填。'}
            </Empty>
          ),
        }}
        columns={[
          ...inTable(section.fields).map((field) => ({
            key: field.id,
            title: field.label,
            render: (_: unknown, record: FormRecord) => valueText(field, record[field.id]),
          })),
          ...(props.disabled
            ? []
            : [
                {
                  key: 'act',
                  title: '操作',
                  render: (_: unknown, record: FormRecord) => (
                    <>
                      {faults.some((fault) => fault.record === record.key) && (
                        <span style={{ color: '#c0392b', marginRight: 8 }}>待完善</span>
                      )}
                      <Button type="link" size="small" onClick={() => open(record)}>
                        编辑
                      </Button>
                      <Button
                        type="link"
                        size="small"
                        danger
                        onClick={() =>
                          props.onChange(records.filter(({ key }) => key !== record.key))
                        }
                      >
                        删除
                      </Button>
                    </>
                  ),
                },
              ]),
        ]}
      />
      {faults
        .filter(({ field, record }) => field === null && record === null)
        .map(({ message }) => (
          <div role="alert" key={message} style={{ color: '#c0392b', marginTop: 8 }}>
            {message}
          </div>
        ))}
      {!props.disabled && (
        <Button
          style={{ marginTop: 12 }}
          onClick={() => open({ key: Math.random().toString(36).slice(2, 10) })}
        >
          + 添加{section.title}
        </Button>
      )}
      <Modal
        open={editing !== null}
        title={`${records.some(({ key }) => key === editing?.key) ? '编辑' : '新增'}${section.title}`}
        width="min(860px, 94vw)"
        okText="确认"
        cancelText="取消"
        maskClosable={false}
        destroyOnHidden
        onOk={keep}
        onCancel={() => setEditing(null)}
      >
        {editing && (
          <FieldGrid
            {...props}
            values={editing}
            record={editing.key}
            faults={tried}
            onField={(id, value) => setEditing({ ...editing, [id]: value })}
          />
        )}
      </Modal>
    </>
  )
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** What is still missing in a record, for comfort; the server checks again. */
function missingFields(section: SectionRule, record: FormRecord, facts: Facts): Fault[] {
  const around = { ...facts, form: { ...(facts.form as Facts), [section.id]: record } }
  return section.fields
    .filter(
      (field) =>
        field.type !== 'read_only' &&
        holds(field.visibleWhen, around) &&
        (field.required ||
          (field.requiredWhen !== undefined && holds(field.requiredWhen, around))) &&
        isEmpty(record[field.id])
    )
    .map((field) => ({ field: field.id, record: record.key, message: `请填写“${field.label}”` }))
}
