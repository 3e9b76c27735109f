import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { changeWorkDay, importYear } from '#catalogue/actions/calendar'
import { workDayValidator, yearValidator } from '#catalogue/validators/catalogue'
import { actorContext, today } from '#web/actor'
import { page } from '#web/page'
import { done } from '#web/reply'

/** The working-day calendar by years; deadlines are refused in a year that is not here. */
export default class CalendarController {
  async show(ctx: HttpContext) {
    const years = await db
      .from('work_days')
      .select(db.raw('year(date) as year'))
      .count('* as days')
      .select(db.raw('sum(is_work_day) as workDays'))
      .groupByRaw('year(date)')
      .orderByRaw('year(date)')
    const present = Number(today(actorContext(ctx)).slice(0, 4))
    const year = Number.parseInt(ctx.request.input('year', '')) || present
    const days = await db
      .from('work_days')
      .whereBetween('date', [`${year}-01-01`, `${year}-12-31`])
      .orderBy('date')
      .select('date', 'is_work_day', 'name', 'source')
    return page(ctx.inertia, 'tenant_admin/catalogue/calendar', {
      year,
      present,
      years: years.map((row) => ({
        year: Number(row.year),
        days: Number(row.days),
        workDays: Number(row.workDays),
      })),
      days: days.map((row) => ({
        date: row.date as string,
        isWorkDay: Boolean(row.is_work_day),
        name: row.name as string | null,
        source: row.source as string,
      })),
    })
  }

  async change(ctx: HttpContext) {
    await changeWorkDay(actorContext(ctx), await ctx.request.validateUsing(workDayValidator))
    return done(ctx, { message: '已保存，今后计算期限时生效' })
  }

  async import(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(yearValidator)
    const { days, workDays } = await importYear(actorContext(ctx), input)
    return done(ctx, {
      message: `已导入 ${input.year} 年 ${days} 天，其中工作日 ${workDays} 天`,
      to: `/catalogue/calendar?year=${input.year}`,
    })
  }
}
