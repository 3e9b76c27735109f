/**
 * Administration is divided among three who check each other: who runs the system, who grants rights, who reads the
 * log. Nobody holds abilities of two of them (GB/T 22239, three separated administrators).
 */
export type Duty = 'system' | 'security' | 'audit'
export const DUTIES: Record<Duty, string> = {
  system: '系统管理',
  security: '安全管理',
  audit: '审计管理',
}

/** What can be allowed: each module declares its abilities, roles list them, routes name one. */
export interface AbilityDeclaration {
  /** shown in the role editor */
  label: string
  duty: Duty | null
}

const declared = new Map<string, AbilityDeclaration>()

export function declareAbilities(abilities: Record<string, string>, duty: Duty | null = null) {
  for (const [name, label] of Object.entries(abilities)) {
    if (declared.has(name)) throw new Error(`ability declared twice: ${name}`)
    declared.set(name, { label, duty })
  }
}

/** Under which heading the role editor shows an ability: what stands before the dot of its name. */
const GROUPS: Record<string, string[]> = {
  申报与审核: ['applications', 'approvals', 'quotas', 'batches', 'blacklist'],
  评委会与评审: ['committees', 'experts', 'plans', 'draws', 'meetings', 'evaluations'],
  评审结果与证书: ['results', 'confirmations', 'certificates'],
  机构与账号: ['organizations', 'accounts', 'staff'],
  平台管理: ['tenant', 'catalogue', 'reports', 'interfaces', 'jobs', 'roles', 'sessions', 'audit'],
}
const OTHER = '其他'

export function groupOf(ability: string): string {
  const [object] = ability.split('.')
  return Object.keys(GROUPS).find((group) => GROUPS[group].includes(object)) ?? OTHER
}

/** In the order of their groups, then as they were declared. */
export const ABILITY_GROUPS = [...Object.keys(GROUPS), OTHER]

export const allAbilities = (): ReadonlyMap<string, AbilityDeclaration> => declared

/** The duties that abilities belong to. */
export const dutiesOf = (abilities: Iterable<string>): Duty[] => [
  ...new Set([...abilities].flatMap((name) => declared.get(name)?.duty ?? [])),
]
