import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import saveSection, { assertEditable, ownApplication } from '#applications/actions/save_section'
import startApplication from '#applications/actions/start_application'
import Application from '#applications/models/application'
import { applicationFile } from '#applications/queries/application_file'
import { applicationProblems } from '#applications/queries/application_problems'
import { openCommittees, startOptions } from '#applications/queries/start_options'
import { applicationCard } from '#applications/queries/application_card'
import { sectionValidator, targetValidator } from '#applications/validators/application'
import { rulesetById } from '#batches/queries/rulesets'
import { storeUpload } from '#files/store_file'
import { sourceOptions } from '#forms/sources'
import { timeline } from '#lifecycle/timeline'
import { EDITABLE } from '#lifecycle/stages'
import { page } from '#web/page'
import { actorContext } from '#web/actor'
import { NotFound } from '#web/refusal'
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
    const batch = batches.find(({ id }) => id === Number(request.input('batch'))) ?? batches[0]
    const present = batch
      ? await Application.query().where({ batchId: batch.id, accountId: actor!.accountId! }).first()
      : null
    return page(inertia, 'applicant/applications/start', {
      organization: actor!.organizationName,
      batch: batch ?? null,
      options: batch ? byBatch.get(batch.id)! : null,
      committees: batch ? await openCommittees(byBatch.get(batch.id)!.committeeChoice) : [],
      present: present && {
        category: present.category,
        series: present.seriesCode,
        specialty: present.specialtyCode,
        title: present.titleCode,
        acquisition: present.acquisition,
        mode: present.mode,
        evaluationMethod: present.evaluationMethod,
        committeeId: present.committeeId,
      },
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
    if (!editable) return page(ctx.inertia, 'applicant/applications/view', shared)
    return page(ctx.inertia, 'applicant/applications/wizard', {
      ...shared,
      facts: {
        level: application.level,
        series: application.seriesCode,
        category: application.category,
        mode: application.mode,
      },
      sources: await sourceOptions(ruleset),
      problems: await applicationProblems(application, ruleset),
      pledge: ruleset.application.pledge,
      correction: application.correction,
    })
  }

  async saveSection(ctx: HttpContext) {
    const { content, version } = await ctx.request.validateUsing(sectionValidator)
    const next = await saveSection(actorContext(ctx), {
      applicationId: Number(ctx.params.id),
      section: String(ctx.params.section),
      content: content as never,
      version,
    })
    return done(ctx, { message: '已保存', data: { version: next } })
  }

  async problems(ctx: HttpContext) {
    const application = await ownApplication(actorContext(ctx), Number(ctx.params.id))
    const { ruleset } = await rulesetById(application.rulesetId)
    return ctx.response.json({ problems: await applicationProblems(application, ruleset) })
  }

  /** A file of a field of the form; the field then holds its id. */
  async upload(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const application = await ownApplication(actor, Number(ctx.params.id))
    const { ruleset } = await rulesetById(application.rulesetId)
    const [sectionId, fieldId] = String(ctx.request.input('field', '')).split('.')
    assertEditable(application, sectionId)
    const field = ruleset.application.sections
      .find(({ id }) => id === sectionId)
      ?.fields.find(({ id }) => id === fieldId)
    if (!field || (field.type !== 'file' && field.type !== 'image')) throw new NotFound()
    const file = await storeUpload(actor, ctx.request.file('file'), {
      purpose: 'field',
      accept: field.accept ?? ['pdf', 'jpg', 'png'],
      maxSizeKb: field.maxSizeKb ?? 10_240,
      applicationId: application.id,
    })
    return done(ctx, {
      message: '已上传',
      data: { id: file.id, name: file.name, mime: file.mime, size: file.size },
    })
  }

  async addMaterial(ctx: HttpContext) {
    const actor = actorContext(ctx)
    const application = await ownApplication(actor, Number(ctx.params.id))
    assertEditable(application, 'materials')
    const { ruleset } = await rulesetById(application.rulesetId)
    const rule = ruleset.application.materials.find(({ id }) => id === ctx.params.material)
    if (!rule) throw new NotFound()
    const file = await storeUpload(actor, ctx.request.file('file'), {
      purpose: 'material',
      accept: rule.accept ?? ['pdf', 'jpg', 'png'],
      maxSizeKb: rule.maxSizeKb ?? 20_480,
      applicationId: application.id,
    })
    await db.table('application_materials').insert({
      application_id: application.id,
      material: rule.id,
      file_id: file.id,
      position: 0,
    })
    return done(ctx, {
      message: '已上传',
      data: { id: file.id, name: file.name, mime: file.mime, size: file.size },
    })
  }

  async removeMaterial(ctx: HttpContext) {
    const application = await ownApplication(actorContext(ctx), Number(ctx.params.id))
    assertEditable(application, 'materials')
    await db
      .from('application_materials')
      .where({
        application_id: application.id,
        material: String(ctx.params.material),
        file_id: Number(ctx.params.file),
      })
      .delete()
    return done(ctx, { message: '已删除' })
  }
}
