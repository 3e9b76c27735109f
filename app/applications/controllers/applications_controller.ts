import type { HttpContext } from '@adonisjs/core/http'
import saveSection, { openParts, ownApplication } from '#applications/actions/save_section'
import startApplication from '#applications/actions/start_application'
import Application from '#applications/models/application'
import { applicationFile } from '#applications/queries/application_file'
import { applicationProblems } from '#applications/queries/application_problems'
import { submittedFile, wasSubmitted } from '#applications/queries/submitted_file'
import { lastChanges } from '#applications/queries/last_changes'
import { standingOf, startOptions } from '#applications/queries/start_options'
import { applicationCard } from '#applications/queries/application_card'
import { sectionValidator, targetValidator } from '#applications/validators/application'
import Batch from '#batches/models/batch'
import { currentRuleset, rulesetById } from '#batches/queries/rulesets'
import { blockOn, blockSaid } from '#catalogue/queries/is_blacklisted'
import { sourceOptions } from '#forms/sources'
import { canWithdraw } from '#lifecycle/can_withdraw'
import { timeline } from '#lifecycle/timeline'
import { EDITABLE } from '#lifecycle/stages'
import { page } from '#web/page'
import { idOf } from '#web/paging'
import { actorContext, today } from '#web/actor'
import { NotFound } from '#web/refusal'
import { SESSION_MINUTES } from '#tenancy/session_store'
import { done } from '#web/reply'

export default class ApplicationsController {
  async index({ inertia, actor }: HttpContext) {
    const applications = await Application.query()
      .where('accountId', actor!.accountId!)
      .orderBy('id', 'desc')
    const { batches } = await startOptions()
    return page(inertia, 'applicant/applications/index', {
      applications: await Promise.all(applications.map(applicationCard)),
      batches: batches.filter((batch) => !applications.some(({ batchId }) => batchId === batch.id)),
    })
  }

  async create({ inertia, actor, request }: HttpContext) {
    const { batches, byBatch } = await startOptions()
    const batch = batches.find(({ id }) => id === idOf(request, 'batch')) ?? batches[0]
    const present = batch
      ? await Application.query().where({ batchId: batch.id, accountId: actor!.accountId! }).first()
      : null
    return page(inertia, 'applicant/applications/start', {
      organization: actor!.organizationName,
      batch: batch ?? null,
      options: batch ? byBatch.get(batch.id)! : null,
      standing: batch ? await standingOf(actor!, batch) : [],
      present: present && {
        category: present.category,
        series: present.seriesCode,
        specialty: present.specialtyCode,
        title: present.titleCode,
        acquisition: present.acquisition,
        mode: present.mode,
        evaluationMethod: present.evaluationMethod,
        committeeId: present.committeeId,
        precheck: present.precheck ?? {},
      },
    })
  }

  /** 填报说明: what the form asks for, made from the rules themselves. */
  async guide({ inertia, request }: HttpContext) {
    const batch = await Batch.find(idOf(request, 'batch'))
    const { ruleset } = batch ? await rulesetById(batch.rulesetId) : await currentRuleset()
    const { modes, sections, materials } = ruleset.application
    return page(inertia, 'applicant/applications/guide', {
      batch: batch?.name ?? null,
      modes,
      sections,
      materials,
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(targetValidator)
    const application = await startApplication(actorContext(ctx), input)
    return done(ctx, { message: '申报设置已保存', to: `/apply/${application.id}` })
  }

  async show(ctx: HttpContext) {
    const application = await ownApplication(actorContext(ctx), Number(ctx.params.id))
    const { ruleset } = await rulesetById(application.rulesetId)
    const editable = (EDITABLE as readonly string[]).includes(application.stage)
    const file = await applicationFile(application, 'applicant')
    const shared = {
      application: await applicationCard(application),
      file,
      timeline: await timeline(application, 'applicant'),
    }
    if (!editable)
      return page(ctx.inertia, 'applicant/applications/view', {
        ...shared,
        changes: await lastChanges(application, 'applicant'),
        canWithdraw: await canWithdraw(application),
      })
    const block = await blockOn(application.personId, today(actorContext(ctx)))
    return page(ctx.inertia, 'applicant/applications/wizard', {
      ...shared,
      block: block && blockSaid(block),
      facts: {
        level: application.level,
        series: application.seriesCode,
        category: application.category,
        mode: application.mode,
      },
      sources: await sourceOptions(ruleset),
      problems: await applicationProblems(application, ruleset),
      pledge: ruleset.application.pledge,
      correction: application.correction ?? [],
      open: await openParts(application, ruleset),
      wasSubmitted: await wasSubmitted(application),
      sessionMinutes: SESSION_MINUTES,
    })
  }

  /** The form as it was handed in the last time, to print and to keep. */
  async submitted(ctx: HttpContext) {
    const application = await ownApplication(actorContext(ctx), Number(ctx.params.id))
    const submitted = await submittedFile(application)
    if (!submitted) throw new NotFound('这份申报还没有提交过。')
    return page(ctx.inertia, 'applicant/applications/submitted', {
      application: await applicationCard(application),
      ...submitted,
    })
  }

  async saveSection(ctx: HttpContext) {
    const { content, version } = await ctx.request.validateUsing(sectionValidator)
    const saved = await saveSection(actorContext(ctx), {
      applicationId: Number(ctx.params.id),
      section: String(ctx.params.section),
      content: content as never,
      version,
    })
    return done(ctx, { message: '已保存', data: saved })
  }

  /** One section as it is now; for a window that finds its own outdated. */
  async section(ctx: HttpContext) {
    const application = await ownApplication(actorContext(ctx), Number(ctx.params.id))
    const { contents, versions } = await applicationFile(application, 'applicant')
    const section = String(ctx.params.section)
    if (!Object.hasOwn(contents, section)) throw new NotFound()
    return ctx.response.json({ content: contents[section], version: versions[section] ?? 0 })
  }

  async problems(ctx: HttpContext) {
    const application = await ownApplication(actorContext(ctx), Number(ctx.params.id))
    const { ruleset } = await rulesetById(application.rulesetId)
    return ctx.response.json({ problems: await applicationProblems(application, ruleset) })
  }
}
