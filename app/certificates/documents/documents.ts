import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import { currentRuleset } from '#batches/queries/rulesets'
import { documentRoute, type Examiner } from '#certificates/documents/document_route'
import { candidates } from '#certificates/documents/list_documents'
import { enqueue } from '#jobs/enqueue'
import Organization from '#organizations/models/organization'
import type { PeopleFilters } from '#results/queries/list_people'
import type { ActorContext } from '#web/actor'
import { NotFound, Refusal, StaleRefusal } from '#web/refusal'
import { stamp } from '#web/stamp'

type Trx = TransactionClientContract
type Row = Record<string, any>

const EDITABLE = ['draft', 'returned']
const MOST = 5000

export interface DocumentInput {
  number: string
  title: string
  level: string
}

const taken = () =>
  new Refusal('number', '请更换文件编号', [{ field: 'number', message: '该文件编号已被使用' }])

const unlessTaken = (error: unknown): never => {
  throw (error as { errno?: number }).errno === 1062 ? taken() : error
}

/** A new document of the actor's body, for people of one level (HN-34). */
export async function createDocument(ctx: ActorContext, input: DocumentInput): Promise<number> {
  await wanted()
  return db.transaction(async (trx) => {
    const [created] = await trx
      .table('documents')
      .insert({
        ...input,
        organization_id: ctx.actor.organizationId,
        route: '[]',
        created_at: stamp(ctx),
      })
      .catch(unlessTaken)
    await record(ctx, trx, created, 'create')
    await audit(ctx, { action: 'document.created', objectType: 'document', objectId: created }, trx)
    return created as number
  })
}

/** Provinces without documents have neither page nor act. */
export async function wanted() {
  const { ruleset } = await currentRuleset()
  if (!ruleset.documents.required) throw new NotFound('没有这个页面。')
}

/** The actor's own document, locked, in one of the states. */
async function own(ctx: ActorContext, trx: Trx, id: number, statuses: string[]): Promise<Row> {
  const row = await trx.from('documents').where('id', id).forUpdate().first()
  if (!row || row.organization_id !== ctx.actor.organizationId || ctx.actor.committeeId !== null)
    throw new NotFound('没有这份职称文件。')
  if (!statuses.includes(row.status)) throw new StaleRefusal()
  return row
}

async function change(ctx: ActorContext, trx: Trx, row: Row, values: Row) {
  await trx
    .from('documents')
    .where('id', row.id)
    .update({ ...values, version: row.version + 1, updated_at: stamp(ctx) })
}

const record = (
  ctx: ActorContext,
  trx: Trx,
  documentId: number,
  type: string,
  opinion: string | null = null
) =>
  trx.table('document_events').insert({
    document_id: documentId,
    type,
    opinion,
    actor_name: ctx.actor.name,
    organization_name: ctx.actor.organizationName,
    at: stamp(ctx),
  })

/** Number and title, while nobody has confirmed it. */
export const updateDocument = (
  ctx: ActorContext,
  id: number,
  input: Pick<DocumentInput, 'number' | 'title'>
) =>
  db.transaction(async (trx) => {
    const row = await own(ctx, trx, id, EDITABLE)
    await change(ctx, trx, row, { number: input.number, title: input.title }).catch(unlessTaken)
  })

export const removeDocument = (ctx: ActorContext, id: number) =>
  db.transaction(async (trx) => {
    await own(ctx, trx, id, EDITABLE)
    for (const table of ['document_people', 'document_events'])
      await trx.from(table).where('document_id', id).delete()
    await trx.from('documents').where('id', id).delete()
  })

/** Adds chosen persons, or everyone the filters find (HN-35): numbered, of the document's level, in no other document. */
export const addPeople = (
  ctx: ActorContext,
  id: number,
  input: { ids?: number[]; filters?: PeopleFilters }
) =>
  db.transaction(async (trx) => {
    const row = await own(ctx, trx, id, EDITABLE)
    const query = candidates(ctx.actor, row.level, input.filters ?? {}).limit(MOST)
    if (input.ids) query.whereIn('a.id', input.ids)
    const found = await query
    if (found.length === 0)
      throw new Refusal('none', '没有可以加入的人员：应已编号、级别相符且不在其他职称文件中。')
    await trx
      .insertQuery()
      .table('document_people')
      .knexQuery.insert(found.map((one) => ({ application_id: one.id, document_id: id })))
      .onConflict('application_id')
      .ignore()
    await change(ctx, trx, row, {})
    return found.length
  })

export const removePeople = (ctx: ActorContext, id: number, ids: number[]) =>
  db.transaction(async (trx) => {
    const row = await own(ctx, trx, id, EDITABLE)
    const count = await trx
      .from('document_people')
      .where('document_id', id)
      .whereIn('application_id', ids)
      .delete()
    await change(ctx, trx, row, {})
    return Number(count)
  })

/** 确定发文: the list is right and stays as it is (HN-36). */
export const issueDocument = (ctx: ActorContext, id: number) =>
  db.transaction(async (trx) => {
    const row = await own(ctx, trx, id, EDITABLE)
    const [{ people }] = await trx
      .from('document_people')
      .where('document_id', id)
      .count('* as people')
    if (Number(people) === 0) throw new Refusal('people', '请先录入发文人员信息，再确定发文。')
    await change(ctx, trx, row, { status: 'issued' })
    await record(ctx, trx, id, 'issue')
    return Number(people)
  })

/** Back to the draft, to mend the list before it is reported. */
export const reopenDocument = (ctx: ActorContext, id: number) =>
  db.transaction(async (trx) => {
    const row = await own(ctx, trx, id, ['issued'])
    await change(ctx, trx, row, { status: 'draft' })
    await record(ctx, trx, id, 'reopen')
  })

/** Reports the document with the first page of the paper one along the route of the rules (HN-37, HN-38). */
export async function reportDocument(ctx: ActorContext, id: number, fileId: number | null) {
  const { ruleset } = await currentRuleset()
  const issuer = await Organization.findOrFail(ctx.actor.organizationId ?? 0)
  return db.transaction(async (trx) => {
    const row = await own(ctx, trx, id, ['issued'])
    const attachment = fileId ?? row.attachment_file_id
    if (!attachment)
      throw new Refusal('file', '请上传正式发文红头文件首页（图片或 PDF）。', [
        { field: 'file', message: '请上传红头文件首页' },
      ])
    const { label, examiners } = await documentRoute(issuer, row.level, ruleset)
    await change(ctx, trx, row, {
      status: examiners.length > 0 ? 'reported' : 'approved',
      attachment_file_id: attachment,
      route: JSON.stringify(examiners),
      route_label: label,
      route_step: 0,
      examiner_id: examiners[0]?.organizationId ?? null,
      opinion: null,
      approved_at: examiners.length > 0 ? null : stamp(ctx),
    })
    await record(ctx, trx, id, 'report')
    const jobId = examiners.length > 0 ? null : await settle(ctx, trx, { ...row })
    const result = { examiner: examiners[0] ?? null, jobId }
    await audit(ctx, { action: 'document.reported', objectType: 'document', objectId: id }, trx)
    return result
  })
}

export interface Examination {
  decision: 'approve' | 'return'
  opinion: string
  version: number
}

/** The body whose turn it is lets the document on, or gives it back to its issuer (HN-38). */
export async function examineDocument(ctx: ActorContext, id: number, input: Examination) {
  return db.transaction(async (trx) => {
    const row = await trx.from('documents').where('id', id).forUpdate().first()
    const { actor } = ctx
    const route: Examiner[] =
      typeof row?.route === 'string' ? JSON.parse(row.route) : (row?.route ?? [])
    const onRoute = route.some(({ organizationId }) => organizationId === actor.organizationId)
    if (!row || !onRoute || actor.committeeId !== null) throw new NotFound('没有这份职称文件。')
    if (
      row.status !== 'reported' ||
      row.examiner_id !== actor.organizationId ||
      row.version !== input.version
    )
      throw new StaleRefusal()
    await record(ctx, trx, id, input.decision, input.opinion)
    await audit(
      ctx,
      {
        action: 'document.examined',
        objectType: 'document',
        objectId: id,
        detail: { decision: input.decision },
      },
      trx
    )
    if (input.decision === 'return') {
      await change(ctx, trx, row, {
        status: 'returned',
        examiner_id: null,
        opinion: input.opinion,
      })
      return { status: 'returned', next: null, jobId: null }
    }
    const next = route[row.route_step + 1] ?? null
    await change(ctx, trx, row, {
      opinion: input.opinion,
      ...(next
        ? { route_step: row.route_step + 1, examiner_id: next.organizationId }
        : { status: 'approved', examiner_id: null, approved_at: stamp(ctx) }),
    })
    return {
      status: next ? 'reported' : 'approved',
      next,
      jobId: next ? null : await settle(ctx, trx, row),
    }
  })
}

/** The people of an approved document get it; there may be many, so a job does it, handed over with the approval. */
async function settle(ctx: ActorContext, trx: Trx, row: Row): Promise<number> {
  const [{ total }] = await trx
    .from('document_people')
    .where('document_id', row.id)
    .count('* as total')
  return enqueue(
    ctx,
    {
      kind: 'certificates.document',
      key: `certificates.document:${row.id}`,
      label: `职称文件 ${row.number}（${total} 人）`,
      payload: { documentId: row.id },
      total: Number(total),
    },
    trx
  )
}
