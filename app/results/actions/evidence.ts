import type { MultipartFile } from '@adonisjs/core/bodyparser'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import StoredFile from '#files/models/stored_file'
import { storeUpload } from '#files/store_file'
import { lockedObjection } from '#results/actions/objections'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export type EvidencePart = 'lead' | 'findings'

/** Of each side. */
export const MOST_FILES = 5
/** While the sender of a lead may hand something in, and while its handler may. */
export const OPEN_FOR: Record<EvidencePart, string[]> = {
  lead: ['received', 'handling'],
  findings: ['handling', 'checked'],
}

/** A file of the public's, by the code of its lead; whoever has the code is its sender. */
export async function addToLead(ctx: ActorContext, code: string, upload: MultipartFile | null) {
  const row = await db.from('objections').where({ code, source: 'public' }).first()
  if (!row) throw new NotFound('没有这个查询码，请核对后再试。')
  return add(ctx, row, 'lead', upload, (trx) =>
    trx.from('objections').where('id', row.id).forUpdate().firstOrFail()
  )
}

/** A file of the desk's, to what was found out. */
export async function addToFindings(ctx: ActorContext, id: number, upload: MultipartFile | null) {
  const row = await db.transaction((trx) => lockedObjection(ctx, trx, id))
  await add(ctx, row, 'findings', upload, async (trx) => {
    const locked = await lockedObjection(ctx, trx, id)
    await audit(
      ctx,
      { action: 'objection.evidence_added', objectType: 'objection', objectId: id },
      trx
    )
    return locked
  })
}

async function add(
  ctx: ActorContext,
  row: { id: number; status: string },
  part: EvidencePart,
  upload: MultipartFile | null,
  lock: (trx: TransactionClientContract) => Promise<{ id: number; status: string }>
) {
  mustBeOpen(row, part)
  // before anything is stored; the lock below has the last word
  await mustBeRoom(db, row.id, part)
  const file = await storeUpload(ctx, upload, {
    purpose: 'objection',
    accept: ['pdf', 'jpg', 'png'],
    maxSizeKb: 10_240,
  })
  await db.transaction(async (trx) => {
    const now = await lock(trx)
    mustBeOpen(now, part)
    await mustBeRoom(trx, now.id, part)
    await trx
      .table('objection_files')
      .insert({ objection_id: now.id, file_id: file.id, part, created_at: stamp(ctx) })
  })
}

const mustBeOpen = ({ status }: { status: string }, part: EvidencePart) => {
  if (!OPEN_FOR[part].includes(status))
    throw new StaleRefusal('这条反映已进入下一环节，不能再补充材料。')
}

async function mustBeRoom(
  client: TransactionClientContract | typeof db,
  objectionId: number,
  part: EvidencePart
) {
  const [{ known }] = await client
    .from('objection_files')
    .where({ objection_id: objectionId, part })
    .count('* as known')
  if (Number(known) >= MOST_FILES)
    throw new Refusal('many', `最多上传 ${MOST_FILES} 个文件。`, [
      { field: 'file', message: `最多上传 ${MOST_FILES} 个文件` },
    ])
}

/** The desk takes back a file of its own. */
export async function removeFromFindings(ctx: ActorContext, id: number, fileId: number) {
  await db.transaction(async (trx) => {
    const row = await lockedObjection(ctx, trx, id)
    mustBeOpen(row, 'findings')
    const gone = await trx
      .from('objection_files')
      .where({ objection_id: id, file_id: fileId, part: 'findings' })
      .delete()
    if (Number(gone) === 0) throw new NotFound()
    await audit(
      ctx,
      { action: 'objection.evidence_removed', objectType: 'objection', objectId: id },
      trx
    )
  })
}

/** A file for the desk that handles the objection; for nobody else. */
export async function evidenceFile(ctx: ActorContext, id: number, fileId: number) {
  await db.transaction((trx) => lockedObjection(ctx, trx, id))
  const row = await db.from('objection_files').where({ objection_id: id, file_id: fileId }).first()
  const file = row && (await StoredFile.find(fileId))
  if (!file) throw new NotFound()
  return file
}
