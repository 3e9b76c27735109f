import db from '@adonisjs/lucid/services/db'
import { paged, type Page } from '#web/paging'

export interface AchievementRow {
  id: number
  section: string
  title: string
  year: number
}

/** What a person handed in over the years, newest first; of one section where asked. */
export function listAchievements(
  personId: number,
  filters: { section?: string; title?: string },
  page: Page
) {
  const query = db
    .from('achievements')
    .where('person_id', personId)
    .orderBy('id', 'desc')
    .select('id', 'section', 'title', 'year')
  if (filters.section) query.where('section', filters.section)
  if (filters.title) query.where('title', 'like', `%${filters.title.replace(/[\\%_]/g, '\\$&')}%`)
  return paged<AchievementRow>(query as never, page)
}
