import { AutoComplete, Button, InputNumber, Select } from 'antd'
import type { Condition } from '#province/conditions'
import { OPERATOR_LABELS } from '#province/explain_condition'
import { ATTRIBUTES, type FactDeclaration } from '#province/facts'
import { GroupEditor, type Facts } from './condition_field'
import { conditionOf, treeOf, type Group, type Row } from './condition_tree'

const PRESENCE = ['$exists']
const EQUALITY = ['$eq', '$ne', '$in', '$nin', ...PRESENCE]
const ORDER = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', ...PRESENCE]

/** What can be asked of a fact, by its type. */
const OPERATIONS: Record<FactDeclaration['type'], string[]> = {
  text: EQUALITY,
  boolean: ['$eq', ...PRESENCE],
  number: ORDER,
  date: ORDER,
  any: EQUALITY,
  list: ['$some', ...PRESENCE],
  files: PRESENCE,
}

/** A row to begin with: a fact the group does not ask about yet. */
export function firstRow({ list }: Facts, group?: Group, skip = 0): Row {
  const used = (group?.items ?? []).map((item) => (item.kind === 'row' ? item.fact : ''))
  const free = Object.keys(list).filter((path) => !used.includes(path))
  const fact = free[skip] ?? Object.keys(list)[0]
  return { kind: 'row', fact, ...startOf(list[fact]) }
}

function startOf(fact: FactDeclaration): Pick<Row, 'operator' | 'operand'> {
  const [operator] = OPERATIONS[fact.type]
  return { operator, operand: operandFor(fact, operator) }
}

function operandFor(fact: FactDeclaration, operator: string): unknown {
  if (operator === '$exists') return true
  if (operator === '$some') return {}
  if (operator === '$in' || operator === '$nin') return []
  if (fact.type === 'boolean' || fact.type === 'any') return true
  if (fact.type === 'number') return 0
  return Object.keys(fact.values ?? {})[0] ?? ''
}

const HEADS: Record<string, string> = { organization: '申报单位', body: '机构', issuer: '发文机构' }
const ATTRIBUTE = /^(\w+)\.attributes\.(\w*)$/

export function ConditionRow({
  row,
  facts,
  onChange,
}: {
  row: Row
  facts: Facts
  onChange: (row: Row | undefined) => void
}) {
  const fact = facts.declared(row.fact) ?? { label: row.fact, type: 'any' as const }
  const attribute = ATTRIBUTE.exec(row.fact)
  const pick = (path: string) => {
    const next = facts.list[path]
    onChange(
      next
        ? { kind: 'row', fact: path, ...startOf(next) }
        : { kind: 'row', fact: path, operator: '$eq', operand: true }
    )
  }
  return (
    <div className="condition-row">
      <Select
        aria-label="条件的内容"
        style={{ minWidth: 190, maxWidth: 320 }}
        showSearch={{ optionFilterProp: 'label' }}
        value={attribute ? `${attribute[1]}.attributes.` : row.fact}
        options={[
          ...Object.entries(facts.list).map(([value, { label }]) => ({ value, label })),
          ...facts.attributes.map((each) => ({
            value: `${each}.attributes.`,
            label: `${HEADS[each]}的属性`,
          })),
          ...(attribute || row.fact in facts.list
            ? []
            : [{ value: row.fact, label: `${fact.label}（已不存在）` }]),
        ]}
        onChange={(path) => pick(path.endsWith('.attributes.') ? `${path}autonomous` : path)}
      />
      {attribute && (
        <Select
          aria-label="属性"
          style={{ minWidth: 190 }}
          value={attribute[2]}
          options={Object.entries({ [attribute[2]]: attribute[2], ...ATTRIBUTES }).map(
            ([value, label]) => ({ value, label })
          )}
          onChange={(name) => onChange({ ...row, fact: `${attribute[1]}.attributes.${name}` })}
        />
      )}
      <OperatorSelect row={row} fact={fact} onChange={onChange} />
      <Operand row={row} fact={fact} onChange={onChange} />
      <Button
        type="text"
        size="small"
        aria-label="删除这个条件"
        onClick={() => onChange(undefined)}
      >
        删除
      </Button>
    </div>
  )
}

interface PartProps {
  row: Row
  fact: FactDeclaration
  onChange: (row: Row) => void
}

function OperatorSelect({ row, fact, onChange }: PartProps) {
  // presence has two ways of being asked, which are two entries here
  const shown = row.operator === '$exists' && row.operand === false ? '$missing' : row.operator
  return (
    <Select
      aria-label="比较方式"
      style={{ width: 128 }}
      value={shown}
      options={[...new Set([...OPERATIONS[fact.type], row.operator, '$missing'])].map((value) => ({
        value,
        label: value === '$missing' ? '未填写' : OPERATOR_LABELS[value],
      }))}
      onChange={(operator) =>
        onChange(
          operator === '$missing'
            ? { ...row, operator: '$exists', operand: false }
            : { ...row, operator, operand: operandFor(fact, operator) }
        )
      }
    />
  )
}

function Operand({ row, fact, onChange }: PartProps) {
  const set = (operand: unknown) => onChange({ ...row, operand })
  const options = Object.entries(fact.values ?? {}).map(([value, label]) => ({ value, label }))
  if (row.operator === '$exists') return null
  if (row.operator === '$some') {
    const list = fact.record ?? {}
    const inner: Facts = { list, declared: (path) => list[path], attributes: [] }
    const tree = treeOf(row.operand as Condition)
    const shown = tree.items.length > 0 ? tree : { ...tree, items: [firstRow(inner)] }
    return (
      <GroupEditor
        group={shown}
        facts={inner}
        onChange={(next) => set((next && conditionOf(next)) ?? {})}
      />
    )
  }
  if (row.operator === '$in' || row.operator === '$nin')
    return (
      <Select
        mode={fact.values && !fact.isOpen ? 'multiple' : 'tags'}
        aria-label="比较的值"
        style={{ minWidth: 240, flex: 1 }}
        placeholder="请选择，可多选"
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={(row.operand ?? []) as string[]}
        onChange={set}
      />
    )
  if (fact.type === 'boolean')
    return (
      <Select
        aria-label="比较的值"
        style={{ width: 90 }}
        options={[
          { value: true, label: '是' },
          { value: false, label: '否' },
        ]}
        value={Boolean(row.operand)}
        onChange={set}
      />
    )
  if (fact.type === 'number')
    return (
      <InputNumber
        aria-label="比较的值"
        value={row.operand as number}
        onChange={(typed) => set(typed ?? 0)}
      />
    )
  if (fact.values && !fact.isOpen)
    return (
      <Select
        aria-label="比较的值"
        style={{ minWidth: 180 }}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={(row.operand as string) ?? null}
        onChange={set}
      />
    )
  return <FreeOperand fact={fact} value={row.operand} options={options} onChange={set} />
}

const YES_NO = ['是', '否'].map((word) => ({ value: word, label: word }))

/** A value typed freely; of an attribute, yes and no are values of their own. */
function FreeOperand({
  fact,
  value,
  options,
  onChange,
}: {
  fact: FactDeclaration
  value: unknown
  options: { value: string; label: string }[]
  onChange: (value: unknown) => void
}) {
  const isAny = fact.type === 'any'
  const said = value === true ? '是' : value === false ? '否' : String(value ?? '')
  const shown = fact.values?.[said] ?? said
  return (
    <AutoComplete
      aria-label="比较的值"
      style={{ minWidth: 160 }}
      placeholder={fact.type === 'date' ? '如 2026-01-01' : '值'}
      options={isAny ? YES_NO : options.map(({ label }) => ({ value: label, label }))}
      value={shown}
      onChange={(typed) =>
        onChange(
          isAny && typed === '是'
            ? true
            : isAny && typed === '否'
              ? false
              : (options.find(({ label }) => label === typed)?.value ?? typed)
        )
      }
    />
  )
}
