import db from '@adonisjs/lucid/services/db'
import { randomBytes } from 'node:crypto'
import { ownApplication, assertEditable, openParts } from '#applications/actions/save_section'
import { isOpen } from '#applications/correction'
import type Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
import type { FormRecord } from '#forms/check_section'
import StoredFile from '#files/models/stored_file'
import { storeBytes, type StoredLink, linkTo } from '#files/store_file'
import type { SectionRule } from '#province/ruleset'
import { storage } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal } from '#web/refusal'

export interface CarriedOver {
  records: FormRecord[]
  files: StoredLink[]
}

/**
 * Takes achievements of earlier years into an application: the records with files of their own, so that the old
 * application keeps what it was decided on. The page adds them to the section, which is then saved as if typed.
 */
export default async function carryOver(
  ctx: ActorContext,
  input: { applicationId: number; section: string; ids: number[] }
): Promise<CarriedOver> {
  const application = await ownApplication(ctx, input.applicationId)
  assertEditable(application)
  const { ruleset } = await rulesetById(application.rulesetId)
  const section = ruleset.application.sections.find(({ id }) => id === input.section)
  if (section?.kind !== 'records') throw new NotFound()
  if (!isOpen(await openParts(application, ruleset), section.id))
    throw new Refusal('correction', '本次退回没有要求修改这一部分，不能添加。')
  const rows = await db
    .from('achievements')
    .where({ person_id: application.personId, section: section.id })
    .whereIn('id', input.ids)
    .orderBy('id')
  const carried: CarriedOver = { records: [], files: [] }
  for (const row of rows) {
    const content = typeof row.content === 'string' ? JSON.parse(row.content) : row.content
    carried.records.push(await recordOf(ctx, application, section, content, carried.files))
  }
  return carried
}

/** A record of its own; fields the rules no longer have are left out. */
async function recordOf(
  ctx: ActorContext,
  application: Application,
  section: SectionRule,
  content: Record<string, unknown>,
  files: StoredLink[]
): Promise<FormRecord> {
  const record: FormRecord = { key: randomBytes(4).toString('hex') }
  for (const { id, type } of section.fields) {
    if (content[id] === undefined || content[id] === null) continue
    if (type === 'file' || type === 'image') {
      const copies = []
      for (const fileId of content[id] as number[]) {
        const copy = await copyOf(ctx, application, fileId)
        if (copy) copies.push(copy)
      }
      files.push(...copies)
      record[id] = copies.map((copy) => copy.id)
    } else record[id] = content[id]
  }
  return record
}

async function copyOf(
  ctx: ActorContext,
  application: Application,
  fileId: number
): Promise<StoredLink | null> {
  const file = await StoredFile.find(fileId)
  if (!file || file.ownerAccountId === null) return null
  const bytes = await storage()
    .read(file.key)
    .catch(() => null)
  if (!bytes) return null
  return linkTo(
    await storeBytes(ctx, bytes, {
      name: file.name,
      extension: file.key.split('.').at(-1)!,
      purpose: 'field',
      applicationId: application.id,
    })
  )
}
