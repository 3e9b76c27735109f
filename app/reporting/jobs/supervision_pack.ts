import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import db from '@adonisjs/lucid/services/db'
import StoredFile from '#files/models/stored_file'
import { storeArchive } from '#files/store_archive'
import { defineJob } from '#jobs/define_job'
import { supervisionSheets } from '#reporting/queries/supervision'
import { storage } from '#tenancy/storage'
import { today } from '#web/actor'
import { xlsxStream } from '#web/excel'
import { writeZip, type ZipEntry } from '#web/zip'

/** Everything who supervises a committee asks for, in one ZIP with a list of digests. */
defineJob<{ committeeId: number }>({
  kind: 'reports.supervision_pack',
  async handle({ id, ctx, payload: { committeeId }, progress }) {
    const committee = await db.from('committees').where('id', committeeId).firstOrFail()
    const work = await mkdtemp(join(tmpdir(), 'pack-'))
    try {
      const sheets = supervisionSheets(committeeId)
      await progress(0, { total: sheets.length + 2 })
      const entries: ZipEntry[] = []
      for (const [index, sheet] of sheets.entries()) {
        const path = join(work, `${index}.xlsx`)
        await pipeline(xlsxStream(sheet), createWriteStream(path, { mode: 0o600 }))
        entries.push({ name: `${index + 1} ${sheet.name}.xlsx`, path })
        await progress(index + 1)
      }
      entries.push(...(await minutesOf(committeeId, work)))
      const list = join(work, 'list.txt')
      await writeFile(list, await listOf(committee.name, today(ctx), entries))
      entries.unshift({ name: '0 目录与摘要.txt', path: list })
      const pack = join(work, 'pack.zip')
      await writeZip(pack, entries)
      await progress(sheets.length + 1)
      const file = await storeArchive(ctx, pack, {
        name: `${committee.name}监督检查材料-${today(ctx)}.zip`,
        purpose: 'supervision_pack',
        key: `packs/supervision-${id}.zip`,
      })
      await progress(sheets.length + 2)
      return {
        message: `${committee.name}的监督检查材料共 ${entries.length} 个文件`,
        to: `/files/${file.id}?download`,
      }
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  },
})

async function minutesOf(committeeId: number, work: string): Promise<ZipEntry[]> {
  const meetings = await db
    .from('meetings')
    .where('committee_id', committeeId)
    .whereNotNull('minutes_file_id')
    .select('name', 'minutes_file_id')
  const entries: ZipEntry[] = []
  for (const { name, minutes_file_id: fileId } of meetings) {
    const file = await StoredFile.findOrFail(fileId)
    const ending = file.key.split('.').at(-1)
    const path = join(work, `minutes-${fileId}.${ending}`)
    await storage().fetch(file.key, path)
    entries.push({
      name: `会议纪要/${fileId} ${String(name).replace(/[\\/:*?"<>|]/g, ' ')}.${ending}`,
      path,
    })
  }
  return entries
}

async function listOf(name: string, on: string, entries: ZipEntry[]) {
  const lines = [`${name} 监督检查材料`, `生成日期 ${on}`, '', 'SHA-256 摘要与文件：']
  for (const entry of entries) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(entry.path), hash)
    lines.push(`${hash.digest('hex')}  ${entry.name}`)
  }
  return `${lines.join('\r\n')}\r\n`
}
