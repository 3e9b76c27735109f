import type { HttpContext } from '@adonisjs/core/http'
import { addNode, changeNode, removeNode } from '#catalogue/actions/tree'
import { levelOptions, specialtyTree, titleTree, topCategories } from '#catalogue/queries/tree'
import { specialtyValidator, titleValidator } from '#catalogue/validators/catalogue'
import { actorContext } from '#web/actor'
import { page } from '#web/page'
import { done } from '#web/reply'

/** The trees of specialties (HU-29, HU-30) and titles (HU-31) below the fixed top categories. */
export default class TreeController {
  async specialties({ inertia }: HttpContext) {
    return page(inertia, 'tenant_admin/catalogue/tree', {
      kind: 'specialties',
      categories: await topCategories(),
      nodes: await specialtyTree(),
      levels: [],
    })
  }

  async titles({ inertia }: HttpContext) {
    return page(inertia, 'tenant_admin/catalogue/tree', {
      kind: 'titles',
      categories: await topCategories(),
      nodes: await titleTree(),
      levels: levelOptions(),
    })
  }

  async addSpecialty(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(specialtyValidator)
    const id = await addNode(actorContext(ctx), 'specialties', {
      ...input,
      series: input.series ?? '',
    })
    return done(ctx, { message: '专业已新增', data: { id } })
  }

  async changeSpecialty(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(specialtyValidator)
    await changeNode(actorContext(ctx), 'specialties', Number(ctx.params.id), input)
    return done(ctx, { message: '专业已保存' })
  }

  async removeSpecialty(ctx: HttpContext) {
    await removeNode(actorContext(ctx), 'specialties', Number(ctx.params.id))
    return done(ctx, { message: '专业已删除' })
  }

  async addTitle(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(titleValidator)
    const id = await addNode(actorContext(ctx), 'titles', { ...input, series: input.series ?? '' })
    return done(ctx, { message: '职称已新增', data: { id } })
  }

  async changeTitle(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(titleValidator)
    await changeNode(actorContext(ctx), 'titles', Number(ctx.params.id), input)
    return done(ctx, { message: '职称已保存' })
  }

  async removeTitle(ctx: HttpContext) {
    await removeNode(actorContext(ctx), 'titles', Number(ctx.params.id))
    return done(ctx, { message: '职称已删除' })
  }
}
