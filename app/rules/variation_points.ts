import { DEFAULT_ROLES } from '#province/default_roles'
import { defaultRuleset } from '#province/default_ruleset'
import { PANELS, partOf } from '#rules/shape/panels'
import type { Node, Value } from '#rules/shape/node'
import { say } from '#rules/shape/say'

const ruleset = defaultRuleset()
const AROUND = {
  ruleset,
  roles: Object.fromEntries(DEFAULT_ROLES.map(({ id, label }) => [id, label])),
  templates: {},
  aggregates: [],
}
const LONG = 90

const cell = (text: string) => {
  const flat = text.replaceAll('|', '／').replace(/\s+/g, ' ')
  return flat.length > LONG ? `${flat.slice(0, LONG)}…` : flat
}

/** What one part lets a province say: a record field by field, a list with what one entry holds. */
function points(node: Node, value: unknown, at: string[], key: string): string[][] {
  if (node.kind === 'record')
    return node.fields
      .filter(({ node: inner }) => inner.kind !== 'id')
      .flatMap(({ key: name, label, node: inner }) =>
        points(inner, (value as Value | undefined)?.[name], [...at, label], `${key}.${name}`)
      )
  const label = at.join(' · ')
  if (node.kind !== 'list') return [[label, '', key, say(node, value, AROUND)]]
  const inside = node.item.fields.filter(({ node: inner }) => inner.kind !== 'id')
  const each = `每项：${inside.map((field) => field.label).join('、')}`
  return [[label, each, key, value ? say(node, value, AROUND) : '无']]
}

/** Every point at which provinces differ, with its default: the table of ARCHITECTURE.md. */
export function variationPoints(): string {
  const rows = PANELS.flatMap((panel) =>
    points(panel.node, partOf(ruleset, panel), [panel.label], panel.at.join('.'))
  )
  return [
    '| 规则项 | 默认值 | 位置 |',
    '| --- | --- | --- |',
    ...rows.map(
      ([label, inside, key, usual]) =>
        `| ${cell(label)}${inside ? `（${cell(inside)}）` : ''} | ${cell(usual)} | \`${key}\` |`
    ),
    '| 角色与权限 | 默认角色 | `roles` |',
    '| 证书与表的模板 | 由插件提供 | `templates` |',
    '| 用语 | 通用说法 | `words` |',
    '| 门户名称、颜色、标语 | 由插件提供 | `portal` |',
    '| 合分办法 | 核心提供的办法 | `strategies.aggregate` |',
    '| 登录策略 | 国家规定的默认值 | 租户设置 `sign_in` |',
  ].join('\n')
}

const START = '<!-- variation points -->'
const END = '<!-- end of variation points -->'

/** The page with its table made anew. */
export function withVariationPoints(page: string): string {
  const [before, rest] = page.split(START)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error('ARCHITECTURE.md has no place for the variation points')
  return `${before}${START}\n${variationPoints()}\n${END}${after}`
}
