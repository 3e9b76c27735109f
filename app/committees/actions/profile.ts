import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import { recordExpertEvent } from '#committees/actions/expert_events'
import {
  sectionFaults,
  type FormContext,
  type FormFault,
  type SectionContent,
} from '#forms/check_section'
import { asSets, sourceOptions } from '#forms/sources'
import type { SectionRule } from '#province/ruleset'
import type { ActorContext } from '#web/actor'
import { Forbidden, NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

const OPEN = ['draft', 'refused']

/** Sections of the profile and what their checks go by. */
export async function profileRules(): Promise<{ sections: SectionRule[]; around: FormContext }> {
  const { ruleset } = await currentRuleset()
  const sections = ruleset.committees.profile
  return {
    sections,
    around: { facts: {}, sources: asSets(await sourceOptions(ruleset, sections)) },
  }
}

/** The row of the acting expert. */
export async function ownExpert(ctx: ActorContext) {
  if (ctx.actor.expertId === null) throw new Forbidden('只有专家账号可以填写专家信息。')
  const row = await db.from('experts').where('id', ctx.actor.expertId).firstOrFail()
  return { ...row, profile: parsed(row.profile) } as Record<string, any>
}

export const parsed = (value: unknown): Record<string, SectionContent> =>
  typeof value === 'string' ? JSON.parse(value) : ((value ?? {}) as never)

/** Keeps a section of the own profile (HB-64); two windows never overwrite each other silently. */
export async function saveProfileSection(
  ctx: ActorContext,
  input: { section: string; content: SectionContent; version: number }
): Promise<number> {
  const expert = await ownExpert(ctx)
  if (!OPEN.includes(expert.status))
    throw new Refusal('submitted', '提交后不能修改；审核通过后如需更新，请先点击“重新修改”。')
  const { sections, around } = await profileRules()
  const section = sections.find(({ id }) => id === input.section)
  if (!section) throw new NotFound()
  const faults = sectionFaults(section, input.content, around, false)
  if (faults.length > 0)
    throw new Refusal(
      'section',
      faults[0].message,
      faults.map(({ field, record, message }) => ({
        field: [record, field].filter(Boolean).join('.'),
        message,
      }))
    )
  const changed = await db
    .from('experts')
    .where({ id: expert.id, version: input.version })
    .update({
      profile: JSON.stringify({ ...expert.profile, [section.id]: input.content }),
      version: input.version + 1,
      updated_at: stamp(ctx),
    })
  if (Number(changed) === 0) throw new StaleRefusal()
  return input.version + 1
}

/** Everything a profile still lacks. */
export async function profileProblems(
  profile: Record<string, SectionContent>
): Promise<FormFault[]> {
  const { sections, around } = await profileRules()
  return sections.flatMap((section) => sectionFaults(section, profile[section.id], around, true))
}

/** Hands the profile in for review (HB-65). */
export async function submitProfile(ctx: ActorContext) {
  const expert = await ownExpert(ctx)
  const faults = await profileProblems(expert.profile)
  if (faults.length > 0)
    throw new Refusal(
      'incomplete',
      `还有 ${faults.length} 处需要完善：${faults[0].message}`,
      faults.map(({ section, field, record, message }) => ({
        field: [section, record, field].filter(Boolean).join('.'),
        message,
      }))
    )
  await change(ctx, expert.id, OPEN, 'pending', 'submitted')
}

/** An approved expert changes his profile: it is reviewed anew. */
export async function reopenProfile(ctx: ActorContext) {
  await change(ctx, (await ownExpert(ctx)).id, ['approved'], 'draft', 'reopened')
}

async function change(
  ctx: ActorContext,
  id: number,
  from: string[],
  to: 'pending' | 'draft',
  event: 'submitted' | 'reopened'
) {
  await db.transaction(async (trx) => {
    const now = stamp(ctx)
    const changed = await trx
      .from('experts')
      .where('id', id)
      .whereIn('status', from)
      .update({
        status: to,
        updated_at: now,
        version: db.raw('version + 1'),
        ...(to === 'pending' && { submitted_at: now }),
      })
    if (Number(changed) === 0) throw new StaleRefusal()
    await recordExpertEvent(ctx, id, event, null, trx)
  })
}
