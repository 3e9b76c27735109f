import type { HttpContext } from '@adonisjs/core/http'
import { currentRuleset } from '#batches/queries/rulesets'
import { provinceOf } from '#province/registry'
import {
  createDraft,
  discardDraft,
  publishDraft,
  renameDraft,
  savePanel,
} from '#rules/actions/drafts'
import { compare } from '#rules/compare'
import { draftFaults, type DraftContent } from '#rules/faults'
import { draftById, pluginContent, publishedContent, surroundingsOf } from '#rules/queries/drafts'
import { fileReply } from '#rules/rules_file'
import {
  importValidator,
  newDraftValidator,
  panelValidator,
  publishValidator,
  renameValidator,
  versionValidator,
} from '#rules/validators/rules'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { done } from '#web/reply'
import { rolesOfTenant } from '#web/roles'

/** A draft from its first change to its publication. */
export default class DraftsController {
  async store(ctx: HttpContext) {
    const { name, from, number } = await ctx.request.validateUsing(newDraftValidator)
    const id = await createDraft(
      actorContext(ctx),
      name,
      from === 'version' ? { from, number: number! } : { from }
    )
    return done(ctx, { message: '草稿已建立', to: `/rules/drafts/${id}` })
  }

  async import(ctx: HttpContext) {
    const { name, ...content } = await ctx.request.validateUsing(importValidator)
    const id = await createDraft(actorContext(ctx), name, {
      from: 'file',
      content: content as unknown as DraftContent,
    })
    return done(ctx, { message: '已导入为草稿', to: `/rules/drafts/${id}` })
  }

  async show(ctx: HttpContext) {
    const draft = await draftById(Number(ctx.params.id))
    const { ruleset, ...around } = await surroundingsOf(draft)
    return page(ctx.inertia, 'tenant_admin/rules/draft', {
      draft,
      around,
      faults: draftFaults(draft, await checkedAgainst(ctx)),
      panel: String(ctx.request.input('panel', 'sections')),
    })
  }

  async save(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(panelValidator)
    const id = Number(ctx.params.id)
    const version = await savePanel(actorContext(ctx), id, input as never)
    const faults = draftFaults(await draftById(id), await checkedAgainst(ctx))
    const own = faults.filter(({ panel }) => panel === input.panel).length
    return done(ctx, {
      message: own > 0 ? `已保存，这一页还有 ${own} 处问题` : '已保存',
      data: { version },
    })
  }

  async rename(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(renameValidator)
    await renameDraft(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, { message: '已改名' })
  }

  /** The draft against the published rules, or against the plugin's. */
  async compare(ctx: HttpContext) {
    const { id, name, status, version, ...draft } = await draftById(Number(ctx.params.id))
    const against = ctx.request.input('against') === 'plugin' ? 'plugin' : 'published'
    const before = against === 'plugin' ? pluginContent() : await publishedContent()
    return page(ctx.inertia, 'tenant_admin/rules/compare', {
      draft: { id, name, status, version },
      against,
      faults: draftFaults(draft, await checkedAgainst(ctx)).length,
      differences: compare(before, draft, {
        before: await surroundingsOf(before),
        after: await surroundingsOf(draft),
      }),
    })
  }

  async export(ctx: HttpContext) {
    const draft = await draftById(Number(ctx.params.id))
    return fileReply(ctx, draft.name, draft)
  }

  async publish(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(publishValidator)
    const number = await publishDraft(actorContext(ctx), Number(ctx.params.id), input)
    return done(ctx, {
      message: `已发布为第 ${number} 版，新开的批次将采用`,
      to: `/rules/versions/${number}`,
    })
  }

  async discard(ctx: HttpContext) {
    const { version } = await ctx.request.validateUsing(versionValidator)
    await discardDraft(actorContext(ctx), Number(ctx.params.id), version)
    return done(ctx, { message: '草稿已作废', to: '/rules' })
  }
}

const checkedAgainst = async ({ tenant }: HttpContext) => ({
  roles: await rolesOfTenant(),
  strategies: provinceOf(tenant!.province).strategies,
  earlier: (await currentRuleset()).ruleset,
})
