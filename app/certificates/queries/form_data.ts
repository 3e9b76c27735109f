import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { sectionContents } from '#applications/facts'
import type Application from '#applications/models/application'
import type { FieldRule, Ruleset, SectionRule } from '#province/ruleset'

type FormRule = Ruleset['certificates']['forms'][number]
type Content = Record<string, unknown>
const COVERED = '＊＊＊'

/** What a form beside the certificate (评审表) says of the application: its sections, opinions and votes. */
export async function formData(
  application: Application,
  { application: { sections } }: Pick<Ruleset, 'application'>,
  form: FormRule,
  /** what its reader may see; the others are covered */
  isShown: (field: FieldRule) => boolean = () => true
): Promise<Content> {
  const contents = await sectionContents(application.id)
  const words = (field: FieldRule, value: unknown) =>
    isShown(field) ? wordsOf(field, value) : COVERED
  const sectionOf = (id: string) => sections.find((section) => section.id === id)!
  const fields = Object.entries(form.fields).map(([name, path]) => {
    const [section, field] = path.split('.')
    const content = (contents[section] ?? {}) as Content
    return [name, words(fieldOf(sectionOf(section), field), content[field])]
  })
  const lists = form.lists.map((id) => {
    const records = (contents[id] ?? []) as Content[]
    return [
      id,
      records.map((record) =>
        Object.fromEntries(
          // every field of the section, so that a template never meets a missing one
          sectionOf(id).fields.map((field) => [field.id, words(field, record[field.id])])
        )
      ),
    ]
  })
  const { roll = 0, cast = 0, yes = 0, no = 0, abstain = 0 } = application.tally ?? {}
  return {
    ...Object.fromEntries(fields),
    ...Object.fromEntries(lists),
    opinions: await opinions(application.id),
    tally: { roll, cast, yes, no, abstain },
    outcome: application.outcome === 'passed' ? '通过' : '未通过',
  }
}

const fieldOf = (section: SectionRule, id: string) =>
  section.fields.find((field) => field.id === id)!

function wordsOf(field: FieldRule, value: unknown): string {
  if (value === null || value === undefined || Array.isArray(value)) return ''
  if (field.type === 'period') {
    const { from = '', to = '' } = value as { from?: string; to?: string }
    return from || to ? `${from} 至 ${to}` : ''
  }
  return field.options?.find((option) => option.value === value)?.label ?? String(value)
}

/** What the bodies of the path wrote when they let the application go on. */
async function opinions(applicationId: number) {
  const rows = await db
    .from('application_events')
    .where('application_id', applicationId)
    .where('type', 'approve')
    .whereNull('undone_by')
    .orderBy('sequence')
    .select('payload', 'actor_name', 'organization_name', 'at')
  return rows.map((row) => {
    const { opinion = '' } = typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload
    return {
      where: row.organization_name ?? '',
      who: row.actor_name,
      at: DateTime.fromJSDate(row.at).setZone('Asia/Shanghai').toISODate()!,
      text: opinion,
    }
  })
}

/** The picture of the applicant in the form, if there is one. */
export async function photoOf(application: Application, ruleset: Ruleset): Promise<number | null> {
  for (const section of ruleset.application.sections) {
    const field = section.fields.find(({ type }) => type === 'image')
    if (section.kind !== 'form' || !field) continue
    const row = await db
      .from('application_sections')
      .where({ application_id: application.id, section: section.id })
      .select('content')
      .first()
    const content = typeof row?.content === 'string' ? JSON.parse(row.content) : row?.content
    const [file] = (content?.[field.id] ?? []) as number[]
    return file ?? null
  }
  return null
}
