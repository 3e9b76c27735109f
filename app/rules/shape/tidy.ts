import type { Node, Value } from '#rules/shape/node'

/** An emptied field arrives as null: texts become empty again, what may be missing is taken out. */
export function tidy(node: Node, value: unknown): unknown {
  if (node.kind === 'list')
    return ((value ?? []) as Value[]).map((entry) => tidy(node.item, entry) as Value)
  if (node.kind !== 'record' || value === null || typeof value !== 'object') return value
  const { fields } = node
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const field = fields.find((each) => each.key === key)
      if (!field) return [[key, inner]]
      if (inner !== null && inner !== undefined) return [[key, tidy(field.node, inner)]]
      return field.optional ? [] : [[key, isText(field.node) ? '' : inner]]
    })
  )
}

const isText = ({ kind }: Node) => kind === 'text' || kind === 'id'
