import { readFileSync } from 'node:fs'
import type { DemoWorld } from '#province/demo_world'
import type { Ruleset } from '#province/ruleset'
import type { Strategies } from '#province/strategies'

/** Raised when the contract changes so that plugins must follow. */
export const CONTRACT_VERSION = '1'

export interface RoleDefinition {
  id: string
  label: string
  kind: 'applicant' | 'staff' | 'committee' | 'expert' | 'tenant_admin'
  abilities: string[]
}

export interface Portal {
  name: string
  shortName: string
  /** accent colour, `#rrggbb`, at least 4.5 : 1 on white */
  color: string
  organizer: string
  phone: string
  copyright: string
  slogan: string
}

export interface DocumentTemplate {
  label: string
  /** Handlebars that gives Typst */
  source: string
  /** data of the shape the product will give, for lint and preview */
  sample: Record<string, unknown>
}

/** What a province supplies: values and pure functions, no more (design P2). */
export interface Province {
  id: string
  name: string
  /** GB/T 2260, six digits */
  divisionCode: string
  contractVersion: string
  /** names of the 地市 by their six digits; a code without a name is shown as it is */
  regions?: Record<string, string>
  portal: Portal
  ruleset: Ruleset
  roles: RoleDefinition[]
  templates: Record<string, DocumentTemplate>
  /** words the province says differently, by key */
  words: Record<string, string>
  strategies: Strategies
  demo: DemoWorld | null
}

export const defineProvince = (province: Province): Province => deepFreeze(province)

/** Text of a file beside the plugin: templates are files so that editors know them. */
export const textFile = (base: string, path: string) => readFileSync(new URL(path, base), 'utf8')

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
