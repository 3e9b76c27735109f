import { Button, Select } from 'antd'
import { conditionText } from '#province/explain_condition'
import type { Condition } from '#province/conditions'
import { factList, factsOf, type Declared, type FactDeclaration } from '#province/facts'
import type { Node } from '#rules/shape/node'
import { useAround, useRecord, useSection } from './around'
import { ConditionRow, firstRow } from './condition_row'
import { conditionOf, treeOf, type Group, type Tree } from './condition_tree'

type ConditionNode = Extract<Node, { kind: 'condition' }>

interface Props {
  node: ConditionNode
  value: Condition | undefined
  onChange: (value: Condition | undefined) => void
}

/** Facts one can ask about at a place, and what is known of each. */
export interface Facts {
  list: Record<string, FactDeclaration>
  declared: Declared
  /** groups whose free attributes may be asked */
  attributes: string[]
}

/** The visual builder of a condition, with the condition in words below it. */
export function ConditionField({ node, value, onChange }: Props) {
  const { ruleset } = useAround()
  const section = useSection()
  // a condition of a list's search stands in the section it names
  const { section: named } = useRecord()
  const own = node.record
    ? (section ?? ruleset.application.sections.find(({ id }) => id === named))
    : undefined
  const facts: Facts = {
    list: factList(ruleset, node.groups, own),
    declared: factsOf(ruleset, node.groups, own),
    attributes: node.groups.filter((each) => ['organization', 'body', 'issuer'].includes(each)),
  }
  const tree = treeOf(value)
  if (tree.items.length === 0)
    return (
      <div className="condition empty-condition">
        <span className="muted">无条件。</span>
        <Button
          size="small"
          onClick={() => onChange(conditionOf({ ...tree, items: [firstRow(facts)] }))}
        >
          + 增加条件
        </Button>
      </div>
    )
  return (
    <div className="condition">
      <GroupEditor
        group={tree}
        facts={facts}
        onChange={(next) => onChange(next && conditionOf(next))}
      />
      <p className="muted condition-text">读作：{conditionText(value, facts.declared)}</p>
    </div>
  )
}

const MODES = [
  { value: 'and', label: '以下全部满足' },
  { value: 'or', label: '以下任一满足' },
  { value: 'not', label: '以下不同时满足' },
]

export function GroupEditor({
  group,
  facts,
  onChange,
}: {
  group: Group
  facts: Facts
  onChange: (group: Group | undefined) => void
}) {
  const set = (items: Tree[]) => onChange(items.length > 0 ? { ...group, items } : undefined)
  const replace = (index: number, item: Tree | undefined) =>
    set(group.items.flatMap((each, at) => (at === index ? (item ?? []) : each)))
  return (
    <div className="condition-group">
      {(group.items.length > 1 || group.mode !== 'and') && (
        <Select
          size="small"
          aria-label="条件之间的关系"
          style={{ width: 150 }}
          options={MODES}
          value={group.mode}
          onChange={(mode) => onChange({ ...group, mode })}
        />
      )}
      {group.items.map((item, index) =>
        item.kind === 'group' ? (
          <GroupEditor
            key={index}
            group={item}
            facts={facts}
            onChange={(next) => replace(index, next)}
          />
        ) : (
          <ConditionRow
            key={index}
            row={item}
            facts={facts}
            onChange={(next) => replace(index, next)}
          />
        )
      )}
      <div className="condition-acts">
        <Button size="small" onClick={() => set([...group.items, firstRow(facts, group)])}>
          + 条件
        </Button>
        <Button
          size="small"
          onClick={() =>
            set([
              ...group.items,
              {
                kind: 'group',
                mode: group.mode === 'or' ? 'and' : 'or',
                items: [firstRow(facts), firstRow(facts, undefined, 1)],
              },
            ])
          }
        >
          + 条件组
        </Button>
      </div>
    </div>
  )
}
