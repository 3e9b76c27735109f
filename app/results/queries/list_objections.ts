import db from '@adonisjs/lucid/services/db'
import type { StoredLink } from '#files/store_file'
import { MOST_FILES, OPEN_FOR, type EvidencePart } from '#results/actions/evidence'
import { openValue } from '#tenancy/crypto'
import { today, type Actor, type ActorContext } from '#web/actor'
import { paged, type Page, type Paged } from '#web/paging'
import { NotFound } from '#web/refusal'
import { shanghai } from '#web/day'
import { startingWith } from '#web/like'

export interface ObjectionRow {
  id: number
  source: string
  status: string
  person: string | null
  publicity: string | null
  dueOn: string
  overdue: boolean
  handler: string | null
  outcome: string | null
  at: string
}

const OPEN = ['received', 'handling', 'checked']

/** Narrows a query over objections `x` to the desk of the actor's body. */
function onDesk(query: ReturnType<typeof db.from>, actor: Actor) {
  query.where('x.organization_id', actor.organizationId ?? 0)
  return actor.committeeId === null ? query : query.where('x.committee_id', actor.committeeId)
}

export const openObjections = (actor: Actor) =>
  onDesk(db.from('objections as x').whereIn('x.status', OPEN), actor)

/** Objections on the desk of the actor's body, those to be answered first at the top. */
export async function listObjections(
  ctx: ActorContext,
  filters: { status?: string; name?: string; source?: string },
  page: Page
): Promise<Paged<ObjectionRow>> {
  const query = db
    .from('objections as x')
    .leftJoin('applications as a', 'a.id', 'x.application_id')
    .leftJoin('publicities as p', 'p.id', 'x.publicity_id')
    .orderBy('x.id', 'desc')
    .select('x.*', 'a.person_name', 'p.title as publicity')
  onDesk(query, ctx.actor)
  if (filters.status === 'open') query.whereIn('x.status', OPEN)
  else if (filters.status) query.where('x.status', filters.status)
  if (filters.source) query.where('x.source', filters.source)
  if (filters.name) query.where('a.person_name', 'like', startingWith(filters.name))
  const found = await paged<Record<string, any>>(query as never, page)
  const day = today(ctx)
  return { meta: found.meta, data: found.data.map((row) => card(row, day)) }
}

const card = (row: Record<string, any>, day: string): ObjectionRow => ({
  id: row.id,
  source: row.source,
  status: row.status,
  person: row.person_name,
  publicity: row.publicity,
  dueOn: row.due_on,
  overdue: OPEN.includes(row.status) && day > row.due_on,
  handler: row.handler_name,
  outcome: row.outcome,
  at: shanghai(row.created_at),
})

/** One objection with what it says; only its desk opens it. */
export async function objectionFile(ctx: ActorContext, id: number) {
  const row = await db
    .from('objections as x')
    .leftJoin('applications as a', 'a.id', 'x.application_id')
    .leftJoin('organizations as o', 'o.id', 'a.organization_id')
    .leftJoin('publicities as p', 'p.id', 'x.publicity_id')
    .where({ 'x.id': id, 'x.organization_id': ctx.actor.organizationId ?? 0 })
    .select(
      'x.*',
      'a.person_name',
      'a.title_name',
      'a.stage',
      'o.name as unit',
      'p.title as publicity'
    )
    .first()
  const foreign = ctx.actor.committeeId !== null && row?.committee_id !== ctx.actor.committeeId
  if (!row || foreign) throw new NotFound('没有这条异议。')
  return {
    ...card(row, today(ctx)),
    content: openValue('objections.content', row.code, row.content_sealed),
    contact: row.contact_sealed
      ? openValue('objections.contact', row.code, row.contact_sealed)
      : null,
    unit: row.unit as string | null,
    title: row.title_name as string | null,
    stage: row.stage as string | null,
    findings: row.findings as string | null,
    checkedAt: row.checked_at && shanghai(row.checked_at),
    decider: row.decider_name as string | null,
    opinion: row.opinion as string | null,
    decidedAt: row.decided_at && shanghai(row.decided_at),
    applicationId: row.application_id === null ? null : Number(row.application_id),
    lead: await evidenceOf(id, 'lead'),
    evidence: await evidenceOf(id, 'findings'),
    isHandler: row.handler_account_id !== null && row.handler_account_id === ctx.actor.accountId,
  }
}

/** What was handed in on one side, in its order. */
async function evidenceOf(id: number, part: EvidencePart): Promise<StoredLink[]> {
  const rows = await db
    .from('objection_files as e')
    .join('files as f', 'f.id', 'e.file_id')
    .where({ 'e.objection_id': id, 'e.part': part })
    .orderBy('e.id')
    .select('f.id', 'f.name', 'f.mime', 'f.size')
  return rows.map(({ id: fileId, name, mime, size }) => ({
    id: Number(fileId),
    name,
    mime,
    size: Number(size),
  }))
}

const ANSWERS: Record<string, string> = {
  received: '已收到，等待受理',
  handling: '已受理，正在核查',
  checked: '已受理，正在核查',
  dismissed: '不予受理',
}

/** What the sender of a lead may know by his code: how far it is, and the answer. */
export async function leadAnswer(code: string) {
  const row = await db.from('objections').where({ code, source: 'public' }).first()
  if (!row) throw new NotFound('没有这个查询码，请核对后再查。')
  const files = await evidenceOf(Number(row.id), 'lead')
  return {
    files: files.map(({ name }) => name),
    mayAdd: OPEN_FOR.lead.includes(row.status) && files.length < MOST_FILES,
    status:
      ANSWERS[row.status] ??
      (row.outcome === 'not_passed' ? '已办结：反映的问题属实' : '已办结：反映的问题不属实'),
    dueOn: row.due_on as string,
    opinion: row.status === 'dismissed' ? (row.opinion as string) : null,
    decidedAt: row.decided_at ? shanghai(row.decided_at) : null,
  }
}
