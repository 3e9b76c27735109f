import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { keptCases } from '#certificates/archives/archives'
import { ZipWriter } from '#certificates/archives/zip'
import StoredFile from '#files/models/stored_file'
import { timeline } from '#lifecycle/timeline'
import { storage } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'
import { stamp } from '#web/stamp'

interface Listed {
  path: string
  sha256: string
  size: number
}

/** No folder of the package may lead out of it. */
const safe = (name: string) => [...name.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_')].slice(-120).join('')

/**
 * Writes the package: minutes, then a folder a case with its log, materials, certificates and forms; a manifest with
 * the SHA-256 of each, and the list `sha256sum -c` reads. Begun anew it writes over its own.
 */
export async function makeArchive(
  ctx: ActorContext,
  archiveId: number,
  tell: (done: number) => Promise<void>
) {
  const archive = await db.from('archives').where('id', archiveId).firstOrFail()
  if (archive.status === 'made') return Number(archive.files)
  const key = `archives/${archiveId}.zip`
  const work = await mkdtemp(join(tmpdir(), 'archive-'))
  try {
    return await written(ctx, archive, key, join(work, 'archive.zip'), tell)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function written(
  ctx: ActorContext,
  archive: Record<string, any>,
  key: string,
  path: string,
  tell: (done: number) => Promise<void>
) {
  const archiveId = Number(archive.id)
  const zip = new ZipWriter(path)
  const listed: Listed[] = []
  const addBytes = async (name: string, bytes: Buffer) =>
    void listed.push({ path: name, sha256: await zip.addBytes(name, bytes), size: bytes.length })
  const addStored = async (folder: string, id: number, number: number) => {
    const file = await StoredFile.find(id)
    if (!file) return
    const name = `${folder}${String(number).padStart(2, '0')}_${safe(file.name)}`
    const sha256 = await zip.addStream(name, await storage().stream(file.key))
    if (sha256 !== file.sha256) throw new Error(`file ${id} is not what was stored`)
    listed.push({ path: name, sha256, size: Number(file.size) })
  }
  const isMeeting = archive.scope === 'meeting'
  if (isMeeting) {
    const { minutes_file_id: minutes } = await db
      .from('meetings')
      .where('id', archive.subject_id)
      .select('minutes_file_id')
      .firstOrFail()
    if (minutes) await addStored('会议纪要/', Number(minutes), 1)
  }
  const ids = isMeeting ? await casesOf(ctx, Number(archive.subject_id)) : [archive.subject_id]
  for (const [index, id] of ids.entries()) {
    const application = await Application.findOrFail(id)
    const folder = isMeeting ? `${application.code}_${safe(application.personName)}/` : ''
    await addBytes(`${folder}申报情况.json`, Buffer.from(await record(application)))
    for (const [place, fileId] of (await filesOf(application)).entries())
      await addStored(folder, fileId, place + 1)
    await tell(index + 1)
  }
  const manifest = { label: archive.label, madeAt: stamp(ctx), algorithm: 'SHA-256', files: listed }
  const sums = listed.map(({ sha256, path: name }) => `${sha256}  ${name}\n`).join('')
  await zip.addBytes('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)))
  await zip.addBytes('sha256sums.txt', Buffer.from(sums))
  await zip.end()
  const digest = await digestOf(path)
  const { size } = await stat(path)
  await storage().take(key, path)
  await db.transaction(async (trx) => {
    const known = await StoredFile.query({ client: trx }).where('key', key).first()
    const about = { size, sha256: digest }
    const file = known
      ? await known.merge(about).save()
      : await StoredFile.create(
          {
            ...about,
            key,
            name: `归档_${safe(archive.label)}.zip`,
            mime: 'application/zip',
            purpose: 'archive',
            ownerAccountId: null,
            applicationId: null,
            status: 'clean',
          },
          { client: trx }
        )
    await trx
      .from('archives')
      .where('id', archiveId)
      .update({
        status: 'made',
        file_id: file.id,
        digest,
        files: listed.length,
        made_at: stamp(ctx),
      })
  })
  return listed.length
}

async function casesOf({ actor }: ActorContext, meetingId: number): Promise<number[]> {
  const rows = await keptCases(actor, meetingId).orderBy('a.id').select('a.id')
  return rows.map(({ id }) => Number(id))
}

/** What was applied for, what came of it, and who did what when. */
async function record(application: Application): Promise<string> {
  const { code, personName, seriesName, specialtyName, titleName, stage, tally } = application
  const { certificateNumber } = application
  const log = await timeline(application, 'office')
  return JSON.stringify(
    {
      code,
      personName,
      seriesName,
      specialtyName,
      titleName,
      stage,
      tally,
      certificateNumber,
      log,
    },
    null,
    2
  )
}

/** Materials first, then certificates and forms in the order they were made. */
async function filesOf({ id }: Application): Promise<number[]> {
  const [materials, papers] = await Promise.all([
    db.from('files').where({ application_id: id, status: 'clean' }).orderBy('id').select('id'),
    db
      .from('certificates')
      .where('application_id', id)
      .whereNotNull('file_id')
      .orderBy('id')
      .select('file_id as id'),
  ])
  return [...new Set([...materials, ...papers].map((row) => Number(row.id)))]
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
