import { COMBINERS, type Condition, type Operators, type Scalar } from '#province/conditions'

/** A condition as the builder shows it: rows and groups of rows. */
export type Tree = Group | Row
export interface Group {
  kind: 'group'
  mode: 'and' | 'or' | 'not'
  items: Tree[]
}
export interface Row {
  kind: 'row'
  fact: string
  operator: string
  operand: unknown
}

const group = (mode: Group['mode'], items: Tree[]): Group => ({ kind: 'group', mode, items })

/** Reads a stored condition; everything a condition can say has a place in the tree. */
export function treeOf(condition: Condition | undefined): Group {
  const items = Object.entries(condition ?? {}).flatMap(([key, wanted]): Tree[] => {
    if (key === '$not') {
      const inner = treeOf(wanted as Condition)
      // `none of these` keeps its group: without it it would read `not all of these`
      return [group('not', inner.mode === 'and' ? inner.items : [inner])]
    }
    if (COMBINERS.includes(key))
      return [
        group(
          key === '$or' ? 'or' : 'and',
          (wanted as Condition[]).map((each) => single(treeOf(each)))
        ),
      ]
    if (wanted === null || typeof wanted !== 'object')
      return [{ kind: 'row', fact: key, operator: '$eq', operand: wanted }]
    return Object.entries(wanted).map(([operator, operand]) => ({
      kind: 'row',
      fact: key,
      operator,
      operand,
    }))
  })
  const [only] = items
  return items.length === 1 && only.kind === 'group' && only.mode !== 'not'
    ? only
    : group('and', items)
}

const single = (tree: Group): Tree =>
  tree.mode === 'and' && tree.items.length === 1 ? tree.items[0] : tree

/** Writes the tree back; undefined where nothing is asked. */
export function conditionOf(tree: Tree): Condition | undefined {
  if (tree.kind === 'row') {
    if (!tree.fact) return undefined
    return {
      [tree.fact]:
        tree.operator === '$eq'
          ? (tree.operand as Scalar)
          : ({ [tree.operator]: tree.operand } as Operators),
    }
  }
  const parts = tree.items
    .map((item) => conditionOf(item))
    .filter((part): part is Condition => part !== undefined)
  if (parts.length === 0) return undefined
  if (tree.mode === 'or') return { $or: parts }
  const all = merged(parts) ?? { $and: parts }
  return tree.mode === 'not' ? { $not: all } : all
}

/** Several conditions as one object, where no key stands twice. */
function merged(parts: Condition[]): Condition | null {
  const keys = parts.flatMap((part) => Object.keys(part))
  return new Set(keys).size === keys.length ? Object.assign({}, ...parts) : null
}
