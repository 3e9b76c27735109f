type Schema = Record<string, unknown>

const word: Schema = { type: 'string', minLength: 1 }
const text: Schema = { type: 'string' }
const values = { type: 'object' }

const record = (properties: Record<string, Schema>, optional: string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

/** Shape of what a plugin exports; the ruleset has a schema of its own, demo data its own checks. */
export const PROVINCE_SCHEMA: Schema = record(
  {
    id: { type: 'string', pattern: '^[a-z][a-z0-9_]{1,18}$' },
    name: word,
    // GB/T 2260
    divisionCode: { type: 'string', pattern: '^\\d{6}$' },
    contractVersion: word,
    regions: {
      type: 'object',
      propertyNames: { pattern: '^\\d{6}$' },
      additionalProperties: word,
    },
    portal: record({
      name: word,
      shortName: word,
      color: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' },
      organizer: text,
      phone: text,
      copyright: text,
      slogan: text,
    }),
    ruleset: values,
    roles: {
      type: 'array',
      items: record({
        id: { type: 'string', pattern: '^[a-z][a-z0-9_]{0,39}$' },
        label: word,
        kind: {
          type: 'string',
          enum: ['applicant', 'staff', 'committee', 'expert', 'tenant_admin'],
        },
        abilities: { type: 'array', items: { type: 'string', pattern: '^[a-z_]+\\.[a-z_]+$' } },
      }),
    },
    templates: {
      type: 'object',
      additionalProperties: record({ label: word, source: text, sample: values }),
    },
    words: { type: 'object', additionalProperties: word },
    strategies: record({ aggregate: values }, ['aggregate']),
    demo: { type: ['object', 'null'] },
  },
  ['regions']
)
