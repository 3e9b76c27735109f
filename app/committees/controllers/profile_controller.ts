import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import * as profile from '#committees/actions/profile'
import { expertFile } from '#committees/queries/expert_file'
import { profileSectionValidator } from '#committees/validators/expert'
import { sourceOptions } from '#forms/sources'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { done } from '#web/reply'

/** The expert completes his own profile and hands it in (HB-64, HB-65). */
export default class ProfileController {
  async show(ctx: HttpContext) {
    const expert = await profile.ownExpert(actorContext(ctx))
    const { ruleset } = await currentRuleset()
    const { credits: hidden, ...file } = await expertFile(expert.id)
    return page(ctx.inertia, 'expert/profile', {
      ...file,
      sources: (await sourceOptions(ruleset, ruleset.committees.profile)) as never,
    })
  }

  /** A section as the server has it, for who finds it changed elsewhere. */
  async section(ctx: HttpContext) {
    const expert = await profile.ownExpert(actorContext(ctx))
    const { file } = await expertFile(expert.id)
    return ctx.response.json({
      content: file.contents[String(ctx.params.section)] ?? null,
      version: expert.version,
    })
  }

  async problems(ctx: HttpContext) {
    const expert = await profile.ownExpert(actorContext(ctx))
    return ctx.response.json({ problems: await profile.profileProblems(expert.profile) })
  }

  async saveSection(ctx: HttpContext) {
    const { content, version } = await ctx.request.validateUsing(profileSectionValidator)
    const next = await profile.saveProfileSection(actorContext(ctx), {
      section: String(ctx.params.section),
      content: content as never,
      version,
    })
    return done(ctx, { message: '', data: { version: next } })
  }

  async submit(ctx: HttpContext) {
    await profile.submitProfile(actorContext(ctx))
    return done(ctx, { message: '已提交审批，请等待单位经办人审核' })
  }

  async reopen(ctx: HttpContext) {
    await profile.reopenProfile(actorContext(ctx))
    return done(ctx, { message: '可以修改了，修改后请重新提交审批' })
  }
}
