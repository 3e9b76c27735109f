import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { keptCases } from '#certificates/archives/archives'
import { caseRecord } from '#certificates/archives/case_record'
import { readme } from '#certificates/archives/readme'
import { ZipWriter } from '#certificates/archives/zip'
import StoredFile from '#files/models/stored_file'
import { storage } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'
import { shanghai } from '#web/day'
import { stamp } from '#web/stamp'

interface Listed {
  path: string
  sha256: string
  size: number
}

/** A file under its number in its folder. */
const placed = ({ name }: StoredFile, number: number) =>
  `${String(number).padStart(2, '0')}_${safe(name)}`

/** No folder of the package may lead out of it. */
const safe = (name: string) => [...name.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_')].slice(-120).join('')

/**
 * Writes the package: what it is, minutes, then a folder a case with its log, materials, certificates and forms; a
 * manifest with the SHA-256 of each, and the list `sha256sum -c` reads. Begun anew it writes over its own.
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
  const addStored = async (name: string, file: StoredFile) => {
    const sha256 = await zip.addStream(name, await storage().stream(file.key))
    if (sha256 !== file.sha256) throw new Error(`file ${file.id} is not what was stored`)
    listed.push({ path: name, sha256, size: Number(file.size) })
  }
  const isMeeting = archive.scope === 'meeting'
  const madeAt = stamp(ctx)
  const what = {
    label: archive.label as string,
    isMeeting,
    madeAt: shanghai(ctx.now().toJSDate()),
  }
  await addBytes('说明.txt', Buffer.from(readme(what)))
  if (isMeeting) {
    const { minutes_file_id: minutes } = await db
      .from('meetings')
      .where('id', archive.subject_id)
      .select('minutes_file_id')
      .firstOrFail()
    const file = minutes && (await StoredFile.find(minutes))
    if (file) await addStored(`会议纪要/${placed(file, 1)}`, file)
  }
  const ids = isMeeting ? await casesOf(ctx, Number(archive.subject_id)) : [archive.subject_id]
  for (const [index, id] of ids.entries()) {
    const application = await Application.findOrFail(id)
    const folder = isMeeting ? `${application.code}_${safe(application.personName)}/` : ''
    const files = (await filesOf(application)).map((file, at) => ({
      file,
      name: placed(file, at + 1),
    }))
    const paths = new Map(files.map(({ file, name }) => [file.id, name]))
    const record = JSON.stringify(await caseRecord(application, paths), null, 2)
    await addBytes(`${folder}申报情况.json`, Buffer.from(record))
    for (const { file, name } of files) await addStored(`${folder}${name}`, file)
    await tell(index + 1)
  }
  const manifest = { label: archive.label, madeAt, algorithm: 'SHA-256', files: listed }
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

/** Materials first, then certificates and forms in the order they were made. */
async function filesOf({ id }: Application): Promise<StoredFile[]> {
  const [materials, papers] = await Promise.all([
    db.from('files').where({ application_id: id, status: 'clean' }).orderBy('id').select('id'),
    db
      .from('certificates')
      .where('application_id', id)
      .whereNotNull('file_id')
      .orderBy('id')
      .select('file_id as id'),
  ])
  const ids = [...new Set([...materials, ...papers].map((row) => Number(row.id)))]
  const found = new Map(
    (await StoredFile.query().whereIn('id', ids)).map((file) => [file.id, file])
  )
  return ids.flatMap((each) => found.get(each) ?? [])
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
