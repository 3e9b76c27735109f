import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { allProvinces } from '#province/registry'
import { placedConditions } from '#province/placed_conditions'
import { conditionText } from '#province/explain_condition'
import { RULESET_SCHEMA } from '#province/ruleset_schema'
import { compare } from '#rules/compare'
import { AVOIDANCE } from '#rules/shape/avoidance'
import { FURTHER_PANELS, PANELS, partOf } from '#rules/shape/panels'
import type { Node } from '#rules/shape/node'
import { withVariationPoints } from '#rules/variation_points'
import { conditionOf, treeOf, type Tree } from '../../../resources/ui/rules/condition_tree.js'

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  enum?: string[]
}

/** Places where the editor and the schema do not say the same. */
function clashes(node: Node, schema: Schema, at: string): string[] {
  if (node.kind === 'list')
    return schema.items ? clashes(node.item, schema.items, `${at}[]`) : [`${at} is no list`]
  if (node.kind === 'record') {
    const shown = node.fields.map(({ key }) => key)
    const known = Object.keys(schema.properties ?? {})
    return [
      ...known.filter((key) => !shown.includes(key)).map((key) => `${at}.${key} is not shown`),
      ...node.fields.flatMap(({ key, node: inner }) =>
        schema.properties?.[key]
          ? clashes(inner, schema.properties[key], `${at}.${key}`)
          : [`${at}.${key} is not in the schema`]
      ),
    ]
  }
  const codes = schema.enum ?? schema.items?.enum
  if ((node.kind === 'choice' || node.kind === 'choices') && codes && typeof node.of === 'object') {
    const offered = Object.keys(node.of)
    return codes
      .filter((code) => !offered.includes(code))
      .map((code) => `${at}: ${code} has no word`)
  }
  return []
}

/** What a condition asks, without the brackets that change nothing. */
const rowsOf = (tree: Tree): unknown[] =>
  tree.kind === 'row'
    ? [tree]
    : tree.mode === 'and' || tree.items.length === 1
      ? tree.items.flatMap(rowsOf)
      : [[tree.mode, ...tree.items.map(rowsOf)]]

test.group('the description of the ruleset', () => {
  test('every part of the schema has a field in the editor and every code a word', ({ assert }) => {
    const root = RULESET_SCHEMA as Schema
    const wrong = PANELS.flatMap((panel) => {
      const schema = panel.at.reduce((inner, key) => inner.properties![key], root)
      return clashes(panel.node, schema, panel.at.join('.'))
    })
    // shown on pages of their own
    const apart = ['application.sections is not shown', 'application.materials is not shown']
    assert.deepEqual(
      wrong.filter((each) => !apart.includes(each)),
      []
    )
    const parts = new Set(PANELS.map(({ at }) => at[0]))
    assert.sameMembers([...parts, 'schema'], Object.keys(root.properties!))
    assert.lengthOf(new Set([...PANELS, ...FURTHER_PANELS].map(({ id }) => id)), 20)
  })

  test('the builder shows and writes back every condition of the provinces', ({ assert }) => {
    for (const { ruleset } of allProvinces())
      for (const { condition } of placedConditions(ruleset))
        assert.deepEqual(rowsOf(treeOf(conditionOf(treeOf(condition)))), rowsOf(treeOf(condition)))
    const nested = {
      $or: [
        { level: 'intermediate' },
        { $and: [{ level: { $ne: 'x' } }, { level: { $ne: 'y' } }] },
      ],
      $not: { series: { $in: ['01'] } },
    }
    assert.deepEqual(conditionOf(treeOf(nested)), nested as never)
    const none = { $not: { $or: [{ level: 'senior_full' }, { series: '01' }] } }
    assert.deepEqual(conditionOf(treeOf(none)), none, 'none of these is not `not all of these`')
    assert.match(conditionText(none), /^非（[^（）]* 或 [^（）]*）$/)
  })

  test('what is compared for avoidance is named by the form it stands in', ({ assert }) => {
    for (const { ruleset } of allProvinces()) {
      const around = { ruleset, roles: {}, templates: {}, aggregates: [] }
      const { applicant, expert } = ruleset.committees.avoidance!
      for (const [at, entries] of [applicant, expert].entries()) {
        const { node } = AVOIDANCE.fields[at + 1]
        if (node.kind !== 'list') return assert.fail('a list')
        for (const entry of entries) assert.notMatch(node.title(entry, around), /[A-Za-z_]{3,}/)
      }
    }
  })

  test('a comparison follows entries that move and names what changed', ({ assert }) => {
    for (const { ruleset, words, templates } of allProvinces()) {
      const content = { document: ruleset, words, templates }
      const sides = { ruleset, roles: {}, templates: {}, aggregates: [] }
      assert.deepEqual(compare(content, content, { before: sides, after: sides }), [])
      const other = structuredClone(content)
      const { sections } = other.document.application
      sections.push(sections.shift()!)
      const rows = compare(content, other, { before: sides, after: sides })
      assert.deepEqual(
        rows.map(({ panel, kind }) => [panel, kind]),
        [['sections', 'moved']]
      )
      for (const panel of PANELS) assert.isDefined(partOf(ruleset, panel), panel.id)
    }
  })

  test('the variation points in ARCHITECTURE.md are those of the rules', async ({ assert }) => {
    const page = await readFile(app.makePath('ARCHITECTURE.md'), 'utf8')
    assert.equal(page, withVariationPoints(page))
    for (const { label } of PANELS) assert.include(page, `| ${label}`)
  })
})
