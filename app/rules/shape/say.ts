import { conditionText } from '#province/explain_condition'
import { factsOf } from '#province/facts'
import type { SectionRule } from '#province/ruleset'
import { choicesOf, formFields, type Surroundings } from '#rules/shape/choices'
import type { Node, Value } from '#rules/shape/node'
import { SELECTORS } from '#rules/shape/words'

const LONG = 160

/** A part of a ruleset in one line of words, for comparisons. */
export function say(node: Node, value: unknown, around: Surroundings, own?: SectionRule): string {
  if (value === undefined || value === null || value === '') return '未设置'
  switch (node.kind) {
    case 'flag':
      return value ? '是' : '否'
    case 'choice':
      return choicesOf(node.of, around)[String(value)] ?? String(value)
    case 'choices': {
      const labels = choicesOf(node.of, around)
      const said = (value as string[]).map((each) => labels[each] ?? each)
      return said.join('、') || '无'
    }
    case 'words':
      return (value as string[]).join('、')
    case 'condition':
      return conditionText(
        value as never,
        factsOf(around.ruleset, node.groups, node.record ? own : undefined)
      )
    case 'body': {
      const { body, kind } = value as { body: keyof typeof SELECTORS; kind?: string }
      const kinds = choicesOf('kinds', around)
      return body === 'nearest' ? `最近的${kinds[kind ?? ''] ?? '机构'}` : SELECTORS[body]
    }
    case 'fraction': {
      const { numerator, denominator } = value as { numerator: number; denominator: number }
      return `${numerator}/${denominator}`
    }
    case 'mapping':
      return Object.entries(value as Record<string, string>)
        .map(([name, path]) => `${name} ← ${formFields(around)[path] ?? path}`)
        .join('、')
    case 'number':
      return `${value}${node.unit ? ` ${node.unit}` : ''}`
    case 'record':
      return node.fields
        .filter(
          ({ key, node: inner }) => (value as Value)[key] !== undefined && inner.kind !== 'id'
        )
        .map(
          ({ key, label, node: inner }) => `${label}：${say(inner, (value as Value)[key], around)}`
        )
        .join('；')
    case 'list':
      return (
        (value as Value[]).map((entry) => node.title(entry, around) || node.noun).join('、') || '无'
      )
    default: {
      const words = String(value)
      return words.length > LONG ? `${words.slice(0, LONG)}…` : words
    }
  }
}
