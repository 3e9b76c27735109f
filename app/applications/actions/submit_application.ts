import type Application from '#applications/models/application'
import { ownApplication } from '#applications/actions/save_section'
import { applicationProblems } from '#applications/queries/application_problems'
import { rulesetById } from '#batches/queries/rulesets'
import { assertNotListed } from '#catalogue/queries/is_blacklisted'
import { today, type ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'

/** The application with its rules when it is complete; otherwise a refusal that names every problem at once. */
export async function completeApplication(ctx: ActorContext, id: number, pledgeVersion: string) {
  const application: Application = await ownApplication(ctx, id)
  await assertNotListed(application.personId, today(ctx))
  const { ruleset } = await rulesetById(application.rulesetId)
  if (pledgeVersion !== ruleset.application.pledge.version)
    throw new Refusal('pledge', '请先阅读并同意承诺书。', [
      { field: 'pledge', message: '请勾选同意承诺' },
    ])
  const problems = await applicationProblems(application, ruleset)
  if (problems.length > 0)
    throw new Refusal(
      'incomplete',
      `还有 ${problems.length} 处需要完善，不能提交。`,
      problems.map(({ section, record, field, message }) => ({
        field: [section, record, field].filter(Boolean).join('.'),
        message,
      }))
    )
  return { application, ruleset }
}
