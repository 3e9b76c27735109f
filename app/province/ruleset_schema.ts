import { MESSAGE_CHANNELS, MESSAGE_EVENTS } from '#province/message_rules'
import { PAPER_FIELDS } from '#province/paper'
import { MEETING_ROLES, PREFILLS, PRIMITIVES, STAGE_COLUMNS, STAGE_GATES } from '#province/ruleset'

type Schema = Record<string, unknown>

const word: Schema = { type: 'string', minLength: 1, maxLength: 2000 }
const id: Schema = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_]{0,39}$' }
const flag: Schema = { type: 'boolean' }
const whole = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum })
const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })
const list = (items: Schema, minItems = 0): Schema => ({ type: 'array', items, minItems })
const condition: Schema = { type: 'object' }

/** All properties of `must` are required, those of `may` may stand; nothing else may. */
const record = (must: Record<string, Schema>, may: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  properties: { ...must, ...may },
  required: Object.keys(must),
  additionalProperties: false,
})

const level = oneOf(
  'senior_full',
  'senior_associate',
  'intermediate',
  'junior_assistant',
  'junior_technician'
)
const option = record({ value: word, label: word }, { description: word })
/** A property that stands exactly when another has a value. */
const onlyWhen = (property: string, value: string, only: string): Schema => ({
  if: { properties: { [property]: { const: value } } },
  then: { required: [only] },
  else: { properties: { [only]: false } },
})
const body: Schema = {
  ...record(
    { body: oneOf('last_reviewer', 'unit', 'supervisor', 'committee_office', 'root', 'nearest') },
    { kind: id }
  ),
  ...onlyWhen('body', 'nearest', 'kind'),
}

const millimetres = (maximum: number): Schema => ({ type: 'number', minimum: 0, maximum })
const box = { x: millimetres(420), y: millimetres(420), width: millimetres(420) }
const paper = record(
  {
    label: word,
    width: { type: 'number', minimum: 50, maximum: 420 },
    height: { type: 'number', minimum: 50, maximum: 420 },
    feed: word,
    fields: list(
      record({
        ...box,
        field: oneOf(...Object.keys(PAPER_FIELDS)),
        size: { type: 'number', minimum: 6, maximum: 40 },
      }),
      1
    ),
  },
  { photo: record({ ...box, height: millimetres(420) }) }
)

const field = record(
  {
    id,
    label: word,
    type: oneOf(
      'text',
      'long_text',
      'select',
      'date',
      'month',
      'year',
      'number',
      'file',
      'image',
      'period',
      'phone',
      'email',
      'id_number',
      'url',
      'read_only'
    ),
  },
  {
    required: flag,
    requiredWhen: condition,
    visibleWhen: condition,
    maxLength: whole(1, 20_000),
    min: { type: 'number' },
    max: { type: 'number' },
    decimals: whole(0, 4),
    options: list(option, 1),
    source: oneOf(
      'series',
      'specialties',
      'titles',
      'levels',
      'nations',
      'present_series',
      'present_titles'
    ),
    prefill: oneOf(...PREFILLS),
    accept: list(word, 1),
    maxSizeKb: whole(1, 20_480),
    hint: word,
    disclosure: oneOf('office', 'committee', 'reviewer', 'authority', 'applicant', 'public'),
    sensitive: flag,
  }
)

const section = record(
  {
    id,
    group: word,
    title: word,
    kind: oneOf('form', 'records', 'materials'),
    fields: list(field),
  },
  { hint: word, visibleWhen: condition, minRecords: whole(0, 100), maxRecords: whole(1, 500) }
)

const material = record(
  { id, name: word },
  {
    required: flag,
    requiredWhen: condition,
    visibleWhen: condition,
    maxFiles: whole(1, 50),
    accept: list(word, 1),
    maxSizeKb: whole(1, 20_480),
    template: id,
    hint: word,
  }
)

const inside = record(
  { role: id, task: oneOf('unit_publicity', 'recommend', 'review'), label: word },
  { when: condition }
)
const path: Schema = {
  ...record(
    { id, label: word, kind: oneOf('hierarchy', 'network', 'steps'), inside: list(inside, 1) },
    {
      when: condition,
      until: condition,
      pathSet: id,
      goal: oneOf('committee', 'receiver'),
      bodies: list(body, 1),
      qualify: record({ role: id, label: word, task: oneOf('qualify') }),
    }
  ),
  allOf: [onlyWhen('kind', 'network', 'pathSet'), onlyWhen('kind', 'steps', 'bodies')],
}

const search: Schema = {
  ...record(
    { id, label: word, kind: oneOf('value', 'since', 'flag') },
    { section: id, field: id, when: condition }
  ),
  if: { properties: { kind: { const: 'flag' } } },
  then: { required: ['when'], properties: { section: false, field: false } },
  else: { required: ['section', 'field'] },
}

const trace = record(
  { kind: oneOf('unit', 'work', 'project', 'person'), section: id, field: id },
  { until: id }
)

const stage = record(
  {
    id,
    scope: oneOf('group', 'plenary'),
    primitive: oneOf(...PRIMITIVES),
    label: word,
    who: oneOf(...MEETING_ROLES),
    per: oneOf('case', 'scope'),
    gates: list(oneOf(...STAGE_GATES)),
    columns: list(oneOf(...STAGE_COLUMNS), 1),
  },
  {
    subject: oneOf('lead', 'second', 'leader', 'criteria', 'score', 'result'),
    ballot: oneOf('secret', 'named'),
    scoredBy: oneOf('each', 'lead'),
    aggregate: word,
    sheet: list(record({ id, label: word, max: whole(1, 1000) }), 1),
    blind: flag,
  }
)

const fraction = record({ numerator: whole(1, 100), denominator: whole(1, 100) })

/** The JSON Schema of a ruleset: what an editor, an import and the checker go by. */
export const RULESET_SCHEMA: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: '职称评审规则',
  ...record({
    schema: { const: 1 },
    accounts: record({
      applicants: oneOf('self', 'unit'),
      registrationReview: flag,
      perYear: flag,
      experts: oneOf('random_per_meeting', 'own'),
      activationDays: whole(1, 90),
    }),
    organizations: record(
      {
        kinds: list(
          record({
            id,
            label: word,
            core: oneOf('unit', 'department', 'title_office', 'agency', 'committee_office'),
            creates: list(id),
            staffRoles: list(id),
          }),
          1
        ),
      },
      { codeLength: whole(2, 40) }
    ),
    catalogue: record({
      series: list(
        record(
          {
            code: word,
            name: word,
            specialties: list(record({ code: word, name: word }), 1),
            titles: list(record({ code: word, name: word, level }, { nationalTitle: word }), 1),
          },
          { category: word }
        )
      ),
    }),
    application: record({
      categories: list(option),
      acquisitions: list(option, 1),
      modes: list(option, 1),
      evaluationMethods: list(option, 1),
      committeeChoice: oneOf('applicant', 'office', 'by_catalogue'),
      precheck: list(field),
      sections: list(section),
      materials: list(material),
      pledge: record({ version: word, text: word }),
      correctionWorkingDays: whole(1, 60),
    }),
    eligibility: list(
      record(
        {
          id,
          label: word,
          when: condition,
          outcome: oneOf('block', 'warn'),
          explanation: word,
          source: word,
        },
        { applies: condition, evidence: word }
      )
    ),
    approvals: record({
      paths: list(path, 1),
      returnPolicy: oneOf('one_level', 'to_applicant'),
      hold: flag,
      batch: flag,
      unitPublicityWorkingDays: whole(0, 60),
      searches: list(search),
      reviewFields: list(
        record({ id, label: word, maxLength: whole(1, 1000) }, { when: condition })
      ),
      hints: list(
        record({ section: id, field: id, kind: oneOf('title', 'number', 'issn', 'isbn') })
      ),
    }),
    quotas: record({
      binds: flag,
      categories: list(record({ value: id, label: word, levels: list(level, 1) })),
      kinds: list(option),
    }),
    committees: record(
      {
        sizes: list(
          record({ min: whole(1, 500), odd: flag, source: word }, { when: condition }),
          1
        ),
        validityYears: whole(1, 3),
        termYears: whole(1, 3),
        profile: list(section, 1),
        creditYears: whole(3, 20),
      },
      {
        avoidance: record({ years: whole(0, 20), applicant: list(trace), expert: list(trace) }),
      }
    ),
    plans: record({
      required: flag,
      kinds: list(record({ id: oneOf('normal', 'special'), label: word, reviewerRole: id }), 1),
      flows: list(oneOf('online', 'offline'), 1),
      draw: flag,
    }),
    reviewModes: list(record({ id, label: word, stages: list(stage, 1) }), 1),
    voting: record(
      {
        quorum: fraction,
        threshold: fraction,
        base: oneOf('attending', 'members'),
        abstention: flag,
      },
      { voidNeedsSecond: flag }
    ),
    results: record(
      {
        publishers: list(record({ by: body, label: word }, { when: condition }), 1),
        publicityWorkingDays: whole(1, 60),
        publicFields: list(
          oneOf('name', 'unit', 'series', 'specialty', 'title', 'level', 'committee'),
          1
        ),
        minutesRequired: flag,
        objectionWorkingDays: whole(1, 120),
        filing: record({ required: flag, by: body, label: word, numberLabel: word }),
      },
      { recognition: record({ when: condition, label: word }) }
    ),
    documents: record({
      required: flag,
      routes: list(record({ bodies: list(body, 1), label: word }, { when: condition })),
    }),
    certificates: record(
      {
        numberPattern: word,
        poolBy: list(oneOf('year', 'issuer', 'level', 'series'), 1),
        poolSize: whole(1, 100_000),
        template: id,
        forms: list(
          record({
            template: id,
            label: word,
            fields: { type: 'object', propertyNames: id, additionalProperties: word },
            lists: list(id),
          })
        ),
        issuedBy: body,
        generatedBy: body,
        chooseFirst: oneOf('level', 'document', 'meeting'),
        verificationFields: list(
          oneOf('name', 'title', 'level', 'specialty', 'number', 'issuedOn', 'issuer', 'committee'),
          1
        ),
      },
      { paper, reportLabel: word, changesNeedSecond: flag }
    ),
    messages: list(
      record({
        event: oneOf(...Object.keys(MESSAGE_EVENTS)),
        channels: list(oneOf(...Object.keys(MESSAGE_CHANNELS)), 1),
      })
    ),
    retention: list(
      record({
        what: oneOf('applications', 'materials', 'scores', 'accounts', 'logs'),
        keepYears: whole(1, 100),
        source: word,
      })
    ),
  }),
}
