import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import { nextDay } from '#catalogue/work_days'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { isDay } from '#web/vine'

const OWN = '管理员调整'

/** Overrides one day of a known year. */
export async function changeWorkDay(
  ctx: ActorContext,
  input: { date: string; isWorkDay: boolean; name?: string | null }
) {
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('work_days')
      .where('date', input.date)
      .update({ is_work_day: input.isWorkDay, name: input.name || null, source: OWN })
    if (Number(changed) === 0 && !(await trx.from('work_days').where('date', input.date).first()))
      throw new Refusal(
        'calendar',
        `尚未维护 ${input.date.slice(0, 4)} 年的工作日历，请先导入该年。`
      )
    await audit(
      ctx,
      {
        action: 'calendar.changed',
        detail: { date: input.date, isWorkDay: input.isWorkDay },
      },
      trx
    )
  })
}

/**
 * Takes in the year of the State Council's notice: Monday to Friday are working days but for the named holidays, weekends
 * are free but for the named working days. The notice is the source; days an administrator changed stay.
 */
export async function importYear(
  ctx: ActorContext,
  input: { year: number; source: string; holidays: string; workdays?: string | null }
): Promise<{ days: number; workDays: number }> {
  const holidays = daysIn('holidays', input.holidays, input.year)
  const workdays = daysIn('workdays', input.workdays ?? '', input.year)
  const both = [...workdays.keys()].find((day) => holidays.has(day))
  if (both)
    throw new Refusal('calendar', '请更正日期', [
      { field: 'workdays', message: `${both} 同时列为放假和上班` },
    ])
  const rows: { date: string; is_work_day: boolean; name: string | null; source: string }[] = []
  for (let day = `${input.year}-01-01`; day <= `${input.year}-12-31`; day = nextDay(day)) {
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    const isWorkDay = workdays.has(day) || (!weekend && !holidays.has(day))
    const name = holidays.get(day) ?? (workdays.has(day) ? '调休上班' : weekend ? '周末' : null)
    rows.push({ date: day, is_work_day: isWorkDay, name: name || null, source: input.source })
  }
  await db.transaction(async (trx) => {
    await trx
      .from('work_days')
      .whereBetween('date', [rows[0].date, rows.at(-1)!.date])
      .whereNot('source', OWN)
      .delete()
    await trx.insertQuery().table('work_days').knexQuery.insert(rows).onConflict('date').ignore()
    await audit(
      ctx,
      {
        action: 'calendar.imported',
        detail: { year: input.year, source: input.source },
      },
      trx
    )
  })
  return { days: rows.length, workDays: rows.filter((row) => row.is_work_day).length }
}

/**
 * `2027-01-01 元旦` or `2027-02-06~2027-02-12 春节`, one a line or apart by a comma → day and its name. The year may be
 * left out of the lines.
 */
function daysIn(field: string, text: string, year: number): Map<string, string> {
  const days = new Map<string, string>()
  for (const part of text.split(/[\n,，;；、]/)) {
    const line = part.trim()
    if (!line) continue
    const match = /^([\d.\-/]+)(?:\s*[~～至]\s*([\d.\-/]+))?\s*(\D*)$/.exec(line)
    const from = match && dayOf(match[1], year)
    const to = match && (match[2] ? dayOf(match[2], year) : from)
    if (!from || !to || to < from || !from.startsWith(`${year}-`) || !to.startsWith(`${year}-`))
      throw new Refusal('calendar', '请更正日期', [
        { field, message: `“${line}”不是 ${year} 年的日期或日期范围` },
      ])
    for (let day = from; day <= to; day = nextDay(day)) days.set(day, match[3].trim().slice(0, 40))
  }
  return days
}

function dayOf(text: string, year: number): string | null {
  const parts = text.split(/[.\-/]/).filter(Boolean)
  const [month, day] = parts.slice(-2)
  const value = `${parts.length === 3 ? parts[0] : year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isDay(value) ? value : null
}
