import { readFileSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { provinceFaults } from '#province/check_province'
import { explain } from '#province/explain_condition'
import type { Province } from '#province/define_province'
import { placedConditions } from '#province/placed_conditions'

/** What makes a file of a plugin more than values and pure functions (design P2). */
const FORBIDDEN =
  /from 'node:|lucid|process\.env|Date\.now|new Date\(|Math\.random|#(tenancy|lifecycle|applications|identity|web)\//

/** Files of a plugin that are not sound by the contract: database, clock, environment, files of its own. */
export function impureFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`
    if (statSync(path).isDirectory()) return name === 'tests' ? [] : impureFiles(path)
    return name.endsWith('.ts') && FORBIDDEN.test(readFileSync(path, 'utf8')) ? [path] : []
  })
}

/**
 * The contract every province keeps, as tests. A plugin's `tests/contract.spec.ts` is three lines: it hands over what
 * the plugin exports and its own address.
 */
export function contractSuite(province: Province, specUrl: string) {
  const folder = fileURLToPath(new URL('..', specUrl)).replace(/\/$/, '')

  test.group(`the contract: ${province.id}`, () => {
    test('the province has no fault', ({ assert }) => {
      assert.deepEqual(provinceFaults(province), [])
    })

    test('it is frozen and made of values', ({ assert }) => {
      assert.isTrue(Object.isFrozen(province.ruleset.application.sections))
      for (const part of [province.ruleset, province.portal, province.roles, province.templates])
        assert.deepEqual(JSON.parse(JSON.stringify(part)), part as never)
    })

    test('it has no database, clock, environment or file of its own', ({ assert }) => {
      assert.deepEqual(impureFiles(folder), [])
    })

    test('every condition can be told in words', ({ assert }) => {
      for (const { at, condition, declared } of placedConditions(province.ruleset))
        assert.notMatch(explain(condition, {}, declared), /\$|undefined/, at)
    })

    test('it says where its rules come from', ({ assert }) => {
      assert.isAbove(readFileSync(`${folder}/SOURCES.md`, 'utf8').trim().length, 40)
    })
  })
}
