import { test } from '@japa/runner'
import { completeRuleset } from '#province/complete_ruleset'
import { defaultRuleset } from '#province/default_ruleset'
import { allProvinces } from '#province/registry'
import { RULESET_SCHEMA } from '#province/ruleset_schema'
import { schemaChecker } from '#province/schema_faults'

const faultsOf = schemaChecker(RULESET_SCHEMA)

/** A document as a version wrote it that knew less. */
function older(document: object) {
  const stripped = structuredClone(document) as Record<string, Record<string, unknown>>
  delete stripped.messages
  delete stripped.quotas
  delete stripped.application.precheck
  delete stripped.approvals.searches
  delete (stripped.results.filing as Record<string, unknown>).numberLabel
  return stripped
}

test.group('rules published by an older version', () => {
  for (const { id, ruleset } of allProvinces())
    test(`${id}: what came later is filled, what the province said stands`, ({ assert }) => {
      const stored = older(ruleset)
      assert.isNotEmpty(faultsOf(stored))
      const asStored = JSON.stringify(stored)
      const read = completeRuleset(stored)
      assert.deepEqual(faultsOf(read), [])
      const defaults = defaultRuleset()
      assert.deepEqual(read.messages, defaults.messages)
      assert.deepEqual(read.quotas, defaults.quotas)
      assert.deepEqual(read.application.precheck, defaults.application.precheck)
      assert.deepEqual(read.approvals.searches, [])
      assert.equal(read.results.filing.numberLabel, defaults.results.filing.numberLabel)
      assert.deepEqual(read.application.sections, ruleset.application.sections)
      assert.deepEqual(read.approvals.paths, ruleset.approvals.paths)
      assert.deepEqual(read.voting, ruleset.voting)
      assert.equal(JSON.stringify(stored), asStored, 'the document itself is untouched')
    })

  test('a complete document reads as itself, and what is optional is not made up', ({ assert }) => {
    for (const { ruleset } of allProvinces()) assert.deepEqual(completeRuleset(ruleset), ruleset)
    const sparse = defaultRuleset()
    delete sparse.certificates.paper
    delete sparse.committees.avoidance
    const read = completeRuleset(sparse)
    assert.notProperty(read.certificates, 'paper')
    assert.notProperty(read.committees, 'avoidance')
  })

  test('what two readers get is nobody else’s', ({ assert }) => {
    const first = completeRuleset(older(defaultRuleset()))
    first.messages.length = 0
    assert.isNotEmpty(completeRuleset(older(defaultRuleset())).messages)
  })
})
