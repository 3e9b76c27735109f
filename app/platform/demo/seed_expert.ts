import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import addExpert from '#committees/actions/add_expert'
import { saveProfileSection, submitProfile } from '#committees/actions/profile'
import reviewExperts from '#committees/actions/review_experts'
import { sourceOptions } from '#forms/sources'
import activate from '#identity/actions/activate'
import { as } from '#platform/demo/drive'
import { filledSection } from '#platform/demo/fill_form'
import type { DemoExpert } from '#province/demo_world'
import type { ActorContext } from '#web/actor'
import { randomBytes } from 'node:crypto'

/** Takes a demo expert into the pool; with an account of his own he completes his profile and is approved. */
export default async function seedExpert(
  ctx: ActorContext,
  each: DemoExpert,
  committeeId: number
): Promise<number> {
  const { id, slip } = await addExpert(ctx, {
    committeeId,
    name: each.name,
    idNumber: each.idNumber,
    phone: each.phone,
    unitName: each.unit,
    titleName: each.title,
    titleLevel: each.level,
    specialtyName: each.specialty,
    login: each.login,
  })
  if (!slip || each.until === 'draft') return id
  const account = await activate({
    login: slip.login,
    secret: slip.secret,
    password: `Zc-${randomBytes(12).toString('base64url')}-9`,
  })
  const self = await as(account)
  const { ruleset } = await currentRuleset()
  const sources = await sourceOptions(ruleset, ruleset.committees.profile)
  const file = () => Promise.reject(new Error('a profile has no files'))
  const filler = { name: each.name, unit: each.unit, birthDate: '1970-01-01', sources, file }
  for (const section of ruleset.committees.profile) {
    const { version } = await db.from('experts').where('id', id).select('version').firstOrFail()
    await saveProfileSection(self, {
      section: section.id,
      content: await filledSection(section, {}, filler),
      version,
    })
  }
  await submitProfile(self)
  if (each.until !== 'pending')
    await reviewExperts(ctx, { ids: [id], decision: 'approve', opinion: '材料属实，同意入库。' })
  return id
}
