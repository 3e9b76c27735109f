import { conditionFaults } from '#province/check_condition'
import { deskFaults } from '#province/check_desk'
import { formFaults, repeated } from '#province/check_form'
import { modeFaults } from '#province/check_mode'
import { nameFaults, type Around } from '#province/check_names'
import { pathFaults } from '#province/check_paths'
import { paperFaults } from '#province/paper'
import { placedConditions } from '#province/placed_conditions'
import { profileFaults } from '#province/check_profile'
import { legalFloorFaults } from '#province/legal_floors'
import type { Ruleset } from '#province/ruleset'
import { RULESET_SCHEMA } from '#province/ruleset_schema'
import { schemaChecker } from '#province/schema_faults'
import { CORE_AGGREGATES } from '#province/strategies'

const schemaFaults = schemaChecker(RULESET_SCHEMA)

/** Every fault of a ruleset at once, each with the place it stands at; empty when it may be published. */
export function rulesetFaults(ruleset: Ruleset, around: Around): string[] {
  const wrongShape = schemaFaults(ruleset)
  // what has not the shape can't be looked into
  if (wrongShape.length > 0) return wrongShape
  const wrongConditions = placedConditions(ruleset).flatMap(({ at, condition, declared }) =>
    conditionFaults(condition, declared).map((fault) => `${at}：${fault}`)
  )
  const isAggregate = (name: string) =>
    Object.hasOwn(CORE_AGGREGATES, name) || Object.hasOwn(around.strategies.aggregate ?? {}, name)
  return [
    ...wrongConditions,
    ...formFaults(ruleset),
    ...profileFaults(ruleset),
    ...deskFaults(ruleset),
    ...paperFaults(ruleset),
    ...nameFaults(ruleset, around),
    ...repeated(ruleset.reviewModes.map(({ id }) => id)).map((id) => `评审模式 ${id} 重复`),
    ...ruleset.reviewModes.flatMap((mode) => modeFaults(mode, isAggregate)),
    // both evaluate conditions, which must be sound for that
    ...(wrongConditions.length > 0 ? [] : [...pathFaults(ruleset), ...legalFloorFaults(ruleset)]),
  ]
}
