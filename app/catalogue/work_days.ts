import chineseDays from 'chinese-days'
import db from '@adonisjs/lucid/services/db'
import { Refusal } from '#web/refusal'

/** Years whose official calendar the package holds; later ones are imported by an administrator. */
const COVERED = { from: 2024, to: 2026 }

/** Fills the calendar with the official years; days an administrator changed stay. */
export async function seedWorkDays() {
  for (let year = COVERED.from; year <= COVERED.to; year++) {
    const known = await db.from('work_days').where('date', `${year}-01-01`).first()
    if (known) continue
    const rows = []
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = nextDay(day)) {
      const { work, name } = chineseDays.getDayDetail(day)
      rows.push({ date: day, is_work_day: work, name: nameOf(name, work), source: 'chinese-days' })
    }
    await db.table('work_days').multiInsert(rows)
  }
}

/** The package names a holiday `Spring Festival,春节,3` and any other day by its weekday in English. */
function nameOf(name: string, isWorkDay: boolean): string | null {
  const [, holiday] = name.split(',')
  if (holiday) return isWorkDay ? `${holiday}调休上班` : holiday
  return isWorkDay ? null : '周末'
}

/**
 * The day on which a period of `count` working days that begins after `start` ends: the start is not counted, and a
 * year without calendar is refused rather than guessed (domain.md §1.5). Days are `YYYY-MM-DD`.
 */
export async function addWorkDays(start: string, count: number): Promise<string> {
  const rows = await db
    .from('work_days')
    .where('date', '>', start)
    .orderBy('date')
    .select('date', 'is_work_day')
    .limit(count * 3 + 40)
  let day = start
  let left = count
  for (const row of rows) {
    day = nextDay(day)
    if (row.date !== day) break
    if (row.is_work_day && --left === 0) return day
  }
  throw new Refusal(
    'calendar',
    `尚未维护 ${nextDay(day).slice(0, 4)} 年的工作日历，无法计算期限，请管理员先导入。`
  )
}

export function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
