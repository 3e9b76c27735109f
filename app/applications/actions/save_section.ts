import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { lockedChanges, type OpenPart } from '#applications/correction'
import { conditionFacts, formContents } from '#applications/facts'
import { applicationProblems } from '#applications/queries/application_problems'
import { sealSection } from '#applications/sensitive'
import { rulesetById } from '#batches/queries/rulesets'
import { sectionFaults, type FormFault, type SectionContent } from '#forms/check_section'
import { asSets, sourceOptions } from '#forms/sources'
import { EDITABLE } from '#lifecycle/stages'
import type { Ruleset, SectionRule } from '#province/ruleset'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface SaveSectionInput {
  applicationId: number
  section: string
  content: SectionContent
  /** version the page was loaded with; 0 for a section never saved */
  version: number
}

export interface SavedSection {
  version: number
  /** what is kept but can't be submitted as it stands */
  faults: FormFault[]
  /** how many places of the section still keep the application from being submitted */
  left: number
}

/** Keeps what was typed into a section. Two windows on one section never overwrite each other silently. */
export default async function saveSection(
  ctx: ActorContext,
  input: SaveSectionInput
): Promise<SavedSection> {
  const application = await ownApplication(ctx, input.applicationId)
  assertEditable(application)
  const { ruleset } = await rulesetById(application.rulesetId)
  const section = ruleset.application.sections.find(({ id }) => id === input.section)
  if (!section || section.kind === 'materials') throw new NotFound()
  const contents = await formContents(application, ruleset)
  const around = {
    facts: await conditionFacts(application, ruleset, {
      ...contents,
      [section.id]: input.content,
    }),
    sources: asSets(await sourceOptions(ruleset)),
  }
  const faults = sectionFaults(section, input.content, around, false)
  const wrong = faults.filter(({ isUnfinished }) => !isUnfinished)
  // what is wrong in itself is named, and the rest of the section is kept by the page until it is mended
  if (wrong.length > 0) throw new Refusal('section', wrong[0].message, wrong.map(asFieldError))
  await assertOpened(application, ruleset, section, contents[section.id], input.content)
  await assertOwnFiles(application.id, section, input.content)
  const typed = withoutReadOnly(section, input.content)
  const content = JSON.stringify(sealSection(application.id, section, typed))
  return {
    version: await write(ctx, application.id, section.id, content, input.version),
    faults,
    left: sectionFaults(section, input.content, around, true).length,
  }
}

/** What is only shown is taken anew each time, never kept. */
function withoutReadOnly({ kind, fields }: SectionRule, content: SectionContent): SectionContent {
  if (kind !== 'form') return content
  const shown = new Set(fields.filter(({ type }) => type === 'read_only').map(({ id }) => id))
  return Object.fromEntries(Object.entries(content).filter(([id]) => !shown.has(id)))
}

const asFieldError = ({ field, record, message }: FormFault) => ({
  field: [record, field].filter(Boolean).join('.'),
  message,
})

async function write(
  ctx: ActorContext,
  applicationId: number,
  section: string,
  content: string,
  version: number
): Promise<number> {
  const row = { content, updated_at: stamp(ctx) }
  const where = { application_id: applicationId, section }
  return db.transaction(async (trx) => {
    // a submission in the same moment waits here or has gone before
    const now = await trx
      .from('applications')
      .where('id', applicationId)
      .forUpdate()
      .select('stage')
      .firstOrFail()
    assertEditable(now)
    const present = await trx.from('application_sections').where(where).select('version').first()
    if ((present?.version ?? 0) !== version) throw new StaleRefusal()
    if (present)
      await trx
        .from('application_sections')
        .where(where)
        .update({ ...row, version: version + 1 })
    else await trx.table('application_sections').insert({ ...where, ...row, version: 1 })
    return version + 1
  })
}

/** After a return that names its items only these may change, and what has become wrong or missing through them. */
async function assertOpened(
  application: Application,
  ruleset: Ruleset,
  section: SectionRule,
  before: unknown,
  after: unknown
) {
  if (!application.correction?.length) return
  const parts = await openParts(application, ruleset)
  const locked = lockedChanges(section, before, after, parts)
  if (locked.length > 0)
    throw new Refusal(
      'correction',
      `本次退回没有要求修改“${locked.join('”“')}”，不能改动；只可修改标出的内容。`
    )
}

/** Items of the return and the places that have a problem now; null when everything may change. */
export async function openParts(
  application: Application,
  ruleset: Ruleset
): Promise<OpenPart[] | null> {
  if (!application.correction?.length) return null
  const problems = await applicationProblems(application, ruleset)
  return [
    ...application.correction,
    ...problems.map(({ section, field, record }) => ({ section, field, recordKey: record })),
  ]
}

/** A field may only name files that were uploaded to this application. */
async function assertOwnFiles(applicationId: number, section: SectionRule, content: unknown) {
  const fields = section.fields.filter(({ type }) => type === 'file' || type === 'image')
  const values = (Array.isArray(content) ? content : [content ?? {}]) as Record<string, unknown>[]
  const ids = [
    ...new Set(values.flatMap((one) => fields.flatMap(({ id }) => (one[id] ?? []) as number[]))),
  ]
  if (ids.length === 0) return
  const own = await db
    .from('files')
    .where('application_id', applicationId)
    .whereIn('id', ids)
    .count('* as count')
    .first()
  if (Number(own.count) !== ids.length)
    throw new Refusal('file', '附件不属于这份申报，请重新上传。')
}

/** The application, if it is the actor's own. */
export async function ownApplication(ctx: ActorContext, id: number): Promise<Application> {
  const application = await Application.find(id)
  if (!application || !ctx.actor.can('applications.own', application)) throw new NotFound()
  return application
}

export function assertEditable({ stage }: { stage: string }) {
  if (!(EDITABLE as readonly string[]).includes(stage))
    throw new Refusal('submitted', '提交后不能修改；需要修改请先撤回，或由审核单位退回。')
}
