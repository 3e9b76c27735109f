import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { phraseValidator } from '#approvals/validators/review'
import { NotFound, Refusal } from '#web/refusal'
import { done } from '#web/reply'

const MOST = 50

/** 常用意见设置: each reviewer's own (HB-08). */
export default class PhrasesController {
  async store(ctx: HttpContext) {
    const { text } = await ctx.request.validateUsing(phraseValidator)
    const own = { account_id: ctx.actor!.accountId }
    const [{ count }] = await db.from('stock_phrases').where(own).count('* as count')
    if (Number(count) >= MOST)
      throw new Refusal('phrases', `常用意见最多 ${MOST} 条，请先删除不用的。`)
    const [id] = await db.table('stock_phrases').insert({ ...own, text })
    return done(ctx, { message: '常用意见已保存', data: { id, text } })
  }

  async update(ctx: HttpContext) {
    const { text } = await ctx.request.validateUsing(phraseValidator)
    await ownPhrase(ctx)
    await db.from('stock_phrases').where('id', Number(ctx.params.id)).update({ text })
    return done(ctx, { message: '常用意见已保存' })
  }

  async destroy(ctx: HttpContext) {
    await ownPhrase(ctx)
    await db.from('stock_phrases').where('id', Number(ctx.params.id)).delete()
    return done(ctx, { message: '常用意见已删除' })
  }
}

async function ownPhrase({ params, actor }: HttpContext) {
  const found = await db
    .from('stock_phrases')
    .where({ id: Number(params.id), account_id: actor!.accountId })
    .first()
  if (!found) throw new NotFound()
}
