import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import StoredFile from '#files/models/stored_file'
import decideRegistration from '#registrations/actions/decide_registration'
import {
  REGISTRATION_TABS,
  listRegistrations,
  mayDecide,
  type RegistrationTab,
} from '#registrations/queries/list_registrations'
import { unitKinds } from '#registrations/queries/registrable_bodies'
import { decisionValidator } from '#registrations/validators/registration'
import { storage } from '#tenancy/storage'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { filtersOf, pageOf } from '#web/paging'
import { NotFound } from '#web/refusal'
import { done } from '#web/reply'

/** 注册审核: a unit confirms its people, a superior its units (HU-01, HU-76). */
export default class RegistrationReviewsController {
  async index({ inertia, request, actor }: HttpContext) {
    const asked = request.input('tab') as RegistrationTab
    const tab = REGISTRATION_TABS.includes(asked) ? asked : 'open'
    const filters = filtersOf(request, ['name', 'kind'] as const)
    return page(inertia, 'unit/registrations/index', {
      tab,
      filters,
      kinds: await unitKinds(),
      reviewsPersons: (await currentRuleset()).ruleset.accounts.registrationReview,
      registrations: await listRegistrations(actor!, tab, filters, pageOf(request)),
    })
  }

  async decide(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(decisionValidator)
    await decideRegistration(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, {
      message: input.decision === 'accepted' ? '已通过，对方可以登录' : '已退回注册申请',
    })
  }

  async file({ params, actor, response }: HttpContext) {
    const row = await db.from('registrations').where('id', Number(params.id)).first()
    const content = row && (typeof row.content === 'string' ? JSON.parse(row.content) : row.content)
    const id = Number(params.file)
    if (!row || !mayDecide(actor!, row) || !content.files?.includes(id)) throw new NotFound()
    const file = await StoredFile.findOrFail(id)
    response.header('content-type', file.mime)
    response.header('cache-control', 'private, no-store')
    response.header('x-content-type-options', 'nosniff')
    response.header(
      'content-disposition',
      `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`
    )
    return response.stream(await storage().stream(file.key))
  }
}
