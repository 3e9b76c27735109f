import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { conditionFacts } from '#applications/facts'
import { rulesetById } from '#batches/queries/rulesets'
import { sectionFaults, type SectionContent } from '#forms/check_section'
import { asSets, sourceOptions } from '#forms/sources'
import { EDITABLE } from '#lifecycle/stages'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'

export interface SaveSectionInput {
  applicationId: number
  section: string
  content: SectionContent
  /** version the page was loaded with; 0 for a section never saved */
  version: number
}

/** Keeps what was typed into a section. Two windows on one section never overwrite each other silently. */
export default async function saveSection(
  ctx: ActorContext,
  input: SaveSectionInput
): Promise<number> {
  const application = await ownApplication(ctx, input.applicationId)
  assertEditable(application, input.section)
  const { ruleset } = await rulesetById(application.rulesetId)
  const section = ruleset.application.sections.find(({ id }) => id === input.section)
  if (!section || section.kind === 'materials') throw new NotFound()
  const faults = sectionFaults(
    section,
    input.content,
    {
      facts: await conditionFacts(application, ruleset),
      sources: asSets(await sourceOptions(ruleset)),
    },
    false
  )
  // what is wrong in itself is named, and the rest of the section is kept by the page until it is mended
  if (faults.length > 0)
    throw new Refusal(
      'section',
      faults[0].message,
      faults.map(({ field, record, message }) => ({
        field: [record, field].filter(Boolean).join('.'),
        message,
      }))
    )
  const row = {
    content: JSON.stringify(input.content),
    updated_at: ctx.now().toFormat('yyyy-MM-dd HH:mm:ss.SSS'),
  }
  const where = { application_id: application.id, section: section.id }
  return db.transaction(async (trx) => {
    const present = await trx
      .from('application_sections')
      .where(where)
      .forUpdate()
      .select('version')
      .first()
    if ((present?.version ?? 0) !== input.version) throw new StaleRefusal()
    if (present)
      await trx
        .from('application_sections')
        .where(where)
        .update({ ...row, version: input.version + 1 })
    else await trx.table('application_sections').insert({ ...where, ...row, version: 1 })
    return input.version + 1
  })
}

/** The application, if it is the actor's own. */
export async function ownApplication(ctx: ActorContext, id: number): Promise<Application> {
  const application = await Application.find(id)
  if (!application || !ctx.actor.can('applications.own', application)) throw new NotFound()
  return application
}

export function assertEditable(application: Application, section?: string) {
  if (!(EDITABLE as readonly string[]).includes(application.stage))
    throw new Refusal('submitted', '提交后不能修改；需要修改请先撤回，或由审核单位退回。')
  const open = application.correction
  if (section && open && open.length > 0 && !open.some((item) => item.section === section))
    throw new Refusal('correction', '本次退回只要求修改标出的内容，其他内容不能修改。')
}
