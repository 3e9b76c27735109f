import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { assertEditable, openParts, ownApplication } from '#applications/actions/save_section'
import { isOpen } from '#applications/correction'
import { conditionFacts } from '#applications/facts'
import { rulesetById } from '#batches/queries/rulesets'
import { linkTo, PICTURES, storeUpload } from '#files/store_file'
import { holds } from '#province/conditions'
import { actorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** Files of an application: those of its form's fields, and the list of materials. */
export default class AttachmentsController {
  /** A file of a field of the form; the field then holds its id. */
  async upload(ctx: HttpContext) {
    const { actor, application, ruleset } = await editable(ctx)
    const [sectionId, fieldId] = String(ctx.request.input('field', '')).split('.')
    const field = ruleset.application.sections
      .find(({ id }) => id === sectionId)
      ?.fields.find(({ id }) => id === fieldId)
    if (!field || (field.type !== 'file' && field.type !== 'image')) throw new NotFound()
    const file = await storeUpload(actor, ctx.request.file('file'), {
      purpose: 'field',
      accept: field.accept ?? (field.type === 'image' ? PICTURES : ['pdf', 'jpg', 'png']),
      maxSizeKb: field.maxSizeKb ?? 10_240,
      applicationId: application.id,
    })
    return done(ctx, { message: '已上传', data: linkTo(file) })
  }

  async addMaterial(ctx: HttpContext) {
    const { actor, application, ruleset } = await editable(ctx)
    const rule = ruleset.application.materials.find(({ id }) => id === ctx.params.material)
    if (!rule || !holds(rule.visibleWhen, await conditionFacts(application, ruleset)))
      throw new NotFound()
    await assertMaterialOpen(application, ruleset, rule.id)
    const where = { application_id: application.id, material: rule.id }
    const present = await db.from('application_materials').where(where).count('* as count').first()
    if (Number(present.count) >= (rule.maxFiles ?? 20))
      throw new Refusal('files', `“${rule.name}”最多上传 ${rule.maxFiles ?? 20} 个文件。`)
    const file = await storeUpload(actor, ctx.request.file('file'), {
      purpose: 'material',
      accept: rule.accept ?? ['pdf', 'jpg', 'png'],
      maxSizeKb: rule.maxSizeKb ?? 20_480,
      applicationId: application.id,
    })
    await db.table('application_materials').insert({
      ...where,
      file_id: file.id,
      position: Number(present.count),
    })
    return done(ctx, { message: '已上传', data: linkTo(file) })
  }

  async removeMaterial(ctx: HttpContext) {
    const { application, ruleset } = await editable(ctx)
    const material = String(ctx.params.material)
    await assertMaterialOpen(application, ruleset, material)
    await db
      .from('application_materials')
      .where({ application_id: application.id, material, file_id: Number(ctx.params.file) })
      .delete()
    return done(ctx, { message: '已删除' })
  }
}

async function editable(ctx: HttpContext) {
  const actor = actorContext(ctx)
  const application = await ownApplication(actor, Number(ctx.params.id))
  assertEditable(application)
  const { ruleset } = await rulesetById(application.rulesetId)
  return { actor, application, ruleset }
}

type Editable = Awaited<ReturnType<typeof editable>>

async function assertMaterialOpen(
  application: Editable['application'],
  ruleset: Editable['ruleset'],
  material: string
) {
  const section = ruleset.application.sections.find(({ kind }) => kind === 'materials')
  if (!section || !isOpen(await openParts(application, ruleset), section.id, material))
    throw new Refusal('correction', '本次退回没有要求修改这项材料，不能改动。')
}
