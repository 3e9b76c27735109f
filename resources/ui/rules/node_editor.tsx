import { Input, InputNumber, Select, Space, Switch } from 'antd'
import { choicesOf } from '#rules/shape/choices'
import type { Field, Node, RecordNode, Value } from '#rules/shape/node'
import { SELECTORS } from '#rules/shape/words'
import { RecordContext, useAround, useRecord } from './around'
import { ConditionField } from './condition_field'
import { ListEditor } from './list_editor'
import { MappingField } from './mapping_field'

interface Props<Kind extends Node = Node> {
  node: Kind
  value: any
  label: string
  onChange: (value: any) => void
}

/** Draws any part of a ruleset by its description. */
export function NodeEditor({ node, value, label, onChange }: Props) {
  switch (node.kind) {
    case 'record':
      return <RecordEditor node={node} value={value ?? {}} onChange={onChange} />
    case 'list':
      return <ListEditor node={node} value={value ?? []} onChange={onChange} />
    case 'condition':
      return <ConditionField node={node} value={value} onChange={onChange} />
    case 'body':
      return <BodyField value={value} label={label} onChange={onChange} />
    case 'fraction':
      return <FractionField value={value} label={label} onChange={onChange} />
    case 'choices':
      return <Choices node={node} value={value ?? []} label={label} onChange={onChange} />
    case 'choice':
      return <Choice node={node} value={value} label={label} onChange={onChange} />
    case 'mapping':
      return <MappingField value={value ?? {}} onChange={onChange} />
    case 'words':
      return (
        <Select
          mode="tags"
          aria-label={label}
          style={{ width: '100%' }}
          placeholder={node.placeholder}
          tokenSeparators={['、', '，', ',', ' ']}
          value={value ?? []}
          onChange={(words) => onChange(words.length > 0 ? words : undefined)}
        />
      )
    case 'flag':
      return <Switch aria-label={label} checked={Boolean(value)} onChange={onChange} />
    case 'number':
      return (
        <InputNumber
          aria-label={label}
          style={{ width: 180 }}
          min={node.min}
          max={node.max}
          suffix={node.unit}
          value={value ?? null}
          onChange={(typed) => onChange(typed ?? undefined)}
        />
      )
    default:
      return <TextField node={node} value={value} label={label} onChange={onChange} />
  }
}

/** The fields of a record, those that stand for the record as it is. */
export function RecordEditor({ node, value, onChange }: Omit<Props<RecordNode>, 'label'>) {
  return (
    <RecordContext.Provider value={value}>
      <div className="rule-fields">
        {node.fields
          .filter(({ when }) => !when || when(value))
          .map((field) => (
            <RecordField key={field.key} field={field} value={value} onChange={onChange} />
          ))}
      </div>
    </RecordContext.Provider>
  )
}

const BLOCKS = new Set<Node['kind']>(['list', 'record', 'condition', 'mapping'])

function RecordField({
  field,
  value,
  onChange,
}: {
  field: Field
  value: Value
  onChange: (value: Value) => void
}) {
  const { key, label, node, help, optional } = field
  const isBlock = BLOCKS.has(node.kind) || (node.kind === 'text' && node.rows !== undefined)
  const set = (next: unknown) => {
    const { [key]: _before, ...rest } = value
    const isEmpty = next === undefined || next === '' || (node.kind === 'flag' && !next)
    const isGone = optional && (isEmpty || (Array.isArray(next) && next.length === 0))
    onChange(isGone ? rest : { ...value, [key]: next })
  }
  return (
    <div className={isBlock ? 'rule-field wide' : 'rule-field'}>
      <div className="rule-label">
        {label}
        {node.kind === 'record' && optional && (
          <Switch
            size="small"
            aria-label={`启用${label}`}
            checked={value[key] !== undefined}
            onChange={(on) => set(on ? emptyOf(node) : undefined)}
          />
        )}
      </div>
      {(node.kind !== 'record' || !optional || value[key] !== undefined) && (
        <div className={node.kind === 'record' ? 'rule-inner' : undefined}>
          <NodeEditor node={node} value={value[key]} label={label} onChange={set} />
        </div>
      )}
      {help && <div className="muted rule-help">{help}</div>}
    </div>
  )
}

const emptyOf = ({ fields }: RecordNode): Value =>
  Object.fromEntries(
    fields
      .filter(({ optional }) => !optional)
      .map(({ key, node }) => [
        key,
        node.kind === 'choice' && typeof node.of === 'object' ? Object.keys(node.of)[0] : '',
      ])
  )

function TextField({ node, value, label, onChange }: Props) {
  const shared = {
    'aria-label': label,
    'value': value ?? '',
    'onChange': (event: { target: { value: string } }) => onChange(event.target.value),
  }
  if (node.kind === 'text' && node.rows)
    return <Input.TextArea {...shared} autoSize={{ minRows: node.rows, maxRows: 14 }} />
  return <Input {...shared} className={node.kind === 'id' ? 'num' : undefined} />
}

const optionsOf = (labels: Record<string, string>, value?: string) => [
  ...Object.entries(labels).map(([code, label]) => ({ value: code, label })),
  // a code that is gone stays visible, so that its fault can be seen and mended
  ...(value && !(value in labels) ? [{ value, label: `${value}（已不存在）` }] : []),
]

function Choice({ node, value, label, onChange }: Props) {
  const around = useAround()
  const inside = useRecord()
  if (node.kind !== 'choice') return null
  return (
    <Select
      allowClear
      aria-label={label}
      style={{ width: '100%' }}
      placeholder="请选择"
      showSearch={{ optionFilterProp: 'label' }}
      options={optionsOf(choicesOf(node.of, around, inside), value)}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  )
}

function Choices({ node, value, label, onChange }: Props) {
  const around = useAround()
  if (node.kind !== 'choices') return null
  return (
    <Select
      mode="multiple"
      aria-label={label}
      style={{ width: '100%' }}
      placeholder="请选择，可多选"
      showSearch={{ optionFilterProp: 'label' }}
      options={optionsOf(choicesOf(node.of, around))}
      value={value}
      onChange={onChange}
    />
  )
}

function BodyField({ value, label, onChange }: Omit<Props, 'node'>) {
  const kinds = choicesOf('kinds', useAround())
  return (
    <Space wrap>
      <Select
        aria-label={label}
        style={{ minWidth: 190 }}
        options={optionsOf(SELECTORS)}
        value={value?.body ?? null}
        onChange={(body) => onChange(body === 'nearest' ? { body, kind: '' } : { body })}
      />
      {value?.body === 'nearest' && (
        <Select
          aria-label={`${label}的机构类型`}
          style={{ minWidth: 170 }}
          placeholder="机构类型"
          options={optionsOf(kinds, value.kind)}
          value={value.kind || null}
          onChange={(kind) => onChange({ ...value, kind })}
        />
      )}
    </Space>
  )
}

function FractionField({ value, label, onChange }: Omit<Props, 'node'>) {
  const part = (key: string, name: string) => (
    <InputNumber
      aria-label={`${label}${name}`}
      min={1}
      max={100}
      precision={0}
      style={{ width: 76 }}
      value={value?.[key] ?? null}
      onChange={(typed) => onChange({ ...value, [key]: typed ?? undefined })}
    />
  )
  return (
    <Space>
      {part('numerator', '分子')} / {part('denominator', '分母')}
    </Space>
  )
}
