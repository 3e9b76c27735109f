import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { holds, type Facts } from '#province/conditions'
import { Empty } from './empty'
import { FieldGrid, type Fault, type SectionProps } from './form_section'
import { valueText } from './form_view'
import type { FieldRule, FormRecord, SectionRule } from './form_types'

const howMany = ({ minRecords }: SectionRule) =>
  minRecords
    ? `至少填写 ${minRecords} 条，点击下方按钮添加。`
    : '点击下方按钮添加；没有的可以不填。'

/** Columns of the table: the first few short fields. */
const inTable = (fields: FieldRule[]) =>
  fields.filter(({ type }) => !['long_text', 'file', 'image'].includes(type)).slice(0, 6)
const fileFields = (fields: FieldRule[]) =>
  fields.filter(({ type }) => type === 'file' || type === 'image')

/** Records of a section with their editor; on a phone each record is a card of its own. */
export function RecordTable(props: SectionProps) {
  const { section, faults, isOpen = () => true, reasonOf } = props
  const records = (props.content ?? []) as FormRecord[]
  const { modal } = App.useApp()
  const [editing, setEditing] = useState<FormRecord | null>(null)
  const [tried, setTried] = useState<Fault[]>([])
  const columns = inTable(section.fields)
  const attached = fileFields(section.fields)
  const mayAdd = !props.disabled && isOpen() && records.length < (section.maxRecords ?? 200)
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
  const remove = (record: FormRecord) =>
    modal.confirm({
      title: `删除这条${section.title}？`,
      content: columns
        .map((field) => valueText(field, record[field.id]))
        .filter((text) => text !== '—')
        .join('，'),
      okText: '删除',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => props.onChange(records.filter(({ key }) => key !== record.key)),
    })
  return (
    <>
      {records.length === 0 ? (
        <Empty title="还没有记录">{mayAdd ? howMany(section) : null}</Empty>
      ) : (
        <table className="records">
          <thead>
            <tr>
              {columns.map(({ id, label }) => (
                <th key={id}>{label}</th>
              ))}
              {attached.length > 0 && <th>附件</th>}
              {!props.disabled && <th>操作</th>}
            </tr>
          </thead>
          <tbody>
            {records.map((record) => {
              const reason = reasonOf?.(undefined, record.key)
              const wanting = faults.some((fault) => fault.record === record.key)
              return (
                <tr key={record.key} data-marked={reason !== undefined}>
                  {columns.map((field) => (
                    <td key={field.id} data-label={field.label}>
                      {valueText(field, record[field.id])}
                    </td>
                  ))}
                  {attached.length > 0 && (
                    <td data-label="附件" className="num">
                      {attached.reduce(
                        (count, { id }) => count + ((record[id] ?? []) as number[]).length,
                        0
                      )}{' '}
                      个
                    </td>
                  )}
                  {!props.disabled && (
                    <td className="acts">
                      {wanting && <span className="fault">待完善</span>}
                      {reason && <span className="reason">需要修改：{reason}</span>}
                      <Button
                        id={`${section.id}.${record.key}`}
                        type="link"
                        size="small"
                        onClick={() => open(record)}
                      >
                        {isTouchable(section, record.key, isOpen) ? '编辑' : '查看'}
                      </Button>
                      {isOpen(undefined, record.key) && (
                        <Button type="link" size="small" danger onClick={() => remove(record)}>
                          删除
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {faults
        .filter(({ field, record }) => field === null && record === null)
        .map(({ message }) => (
          <div role="alert" key={message} className="fault">
            {message}
          </div>
        ))}
      {mayAdd && (
        <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', marginTop: 12 }}>
          <Button
            id={`${section.id}.add`}
            onClick={() => open({ key: Math.random().toString(36).slice(2, 10) })}
          >
            + 添加{section.title}
          </Button>
          {props.tools}
        </div>
      )}
      <Modal
        open={editing !== null}
        title={`${records.some(({ key }) => key === editing?.key) ? '编辑' : '新增'}${section.title}`}
        width="min(860px, 94vw)"
        okText="确认"
        cancelText="取消"
        maskClosable={false}
        keyboard={false}
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
            isOpen={records.some(({ key }) => key === editing.key) ? props.isOpen : undefined}
            onField={(id, value) => setEditing({ ...editing, [id]: value })}
          />
        )}
      </Modal>
    </>
  )
}

const isTouchable = (
  { fields }: SectionRule,
  key: string,
  isOpen: NonNullable<SectionProps['isOpen']>
) => fields.some(({ id }) => isOpen(id, key))

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
