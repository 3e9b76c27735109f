import db from '@adonisjs/lucid/services/db'

/** Help the public may read, the pinned first. */
export async function publishedHelp() {
  const rows = await db
    .from('help_pages')
    .where('status', 'published')
    .orderBy('pinned', 'desc')
    .orderBy('id')
    .limit(100)
    .select('id', 'title', 'body')
  return rows.map(({ id, title, body }) => ({ id, title, body }) as HelpPage)
}

export interface HelpPage {
  id: number
  title: string
  body: string
}

/** Files the public may download. */
export async function publishedDownloads() {
  const rows = await db
    .from('downloads as d')
    .join('files as f', 'f.id', 'd.file_id')
    .where('d.status', 'published')
    .orderBy('d.id', 'desc')
    .limit(200)
    .select('d.id', 'd.title', 'd.note', 'f.name', 'f.size')
  return rows.map((row) => ({
    id: row.id as number,
    title: row.title as string,
    note: row.note as string | null,
    file: row.name as string,
    kilobytes: Math.ceil(Number(row.size) / 1024),
  }))
}
