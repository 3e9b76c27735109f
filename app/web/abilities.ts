/** What can be allowed: each module declares its abilities, roles list them, routes name one. */
export interface AbilityDeclaration {
  /** shown in the role editor */
  label: string
}

const declared = new Map<string, AbilityDeclaration>()

export function declareAbilities(abilities: Record<string, string>) {
  for (const [name, label] of Object.entries(abilities)) {
    if (declared.has(name)) throw new Error(`ability declared twice: ${name}`)
    declared.set(name, { label })
  }
}

export const allAbilities = (): ReadonlyMap<string, AbilityDeclaration> => declared
