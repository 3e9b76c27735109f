import { defaultRuleset } from '#province/default_ruleset'
import type { Ruleset } from '#province/ruleset'
import { RULESET_SCHEMA } from '#province/ruleset_schema'

interface RecordSchema {
  properties?: Record<string, RecordSchema>
  required?: string[]
}

/**
 * Rules as they are read: what the schema requires today and a document published earlier could not
 * know comes from the national defaults. Only what is required is filled, so nothing a province left
 * out on purpose appears; lists are taken whole. The published document stays as it is.
 */
export function completeRuleset(document: unknown): Ruleset {
  return completed(RULESET_SCHEMA, document, defaultRuleset()) as Ruleset
}

function completed(schema: RecordSchema, value: unknown, fallback: unknown): unknown {
  if (value === undefined) return fallback
  if (!schema.properties || !isRecord(value) || !isRecord(fallback)) return value
  const whole: Record<string, unknown> = { ...value }
  for (const name of schema.required ?? []) {
    const part = completed(schema.properties[name]!, value[name], fallback[name])
    if (part !== undefined) whole[name] = part
  }
  return whole
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
