import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { keepsCommittee } from '#evaluations/acts/act'
import type { PlanRules, ScoreItem } from '#province/ruleset'
import type { Actor, ActorContext } from '#web/actor'
import { NotFound } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Whom a plan asks the pool for: so many of a specialty and at least of a level, with reserves behind them. */
export interface ExpertNeed {
  specialty: string | null
  level: string | null
  /** of the committee's own unit, or of others; either where it is not said */
  source?: 'inside' | 'outside' | null
  count: number
  reserves: number
}

export type PlanStatus = 'draft' | 'submitted' | 'approved' | 'refused'

export interface Plan {
  id: number
  meetingId: number
  kind: PlanRules['kinds'][number]['id']
  flow: 'online' | 'offline'
  content: string
  needs: ExpertNeed[]
  sheet: ScoreItem[]
  status: PlanStatus
  opinion: string | null
  decidedBy: string | null
  decidedAt: Date | null
  fileId: number | null
  submittedAt: Date | null
  submittedBy: string | null
  /** the account that handed it in; none for the system */
  submittedById: number | null
  sheetSubmittedAt: Date | null
  reviewerId: number | null
  /** applications that took part when the plan was handed in */
  participants: number[] | null
  version: number
}

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
const listOf = <T>(value: unknown): T[] => {
  const list = parsed(value)
  return Array.isArray(list) ? list : []
}

const planOf = (row: Record<string, any>): Plan => ({
  id: row.id,
  meetingId: row.meeting_id,
  kind: row.kind,
  flow: row.flow,
  content: row.content,
  needs: listOf(row.expert_needs),
  sheet: listOf(row.sheet),
  status: row.status,
  opinion: row.opinion,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  fileId: row.file_id,
  submittedAt: row.submitted_at,
  submittedBy: row.submitted_by,
  submittedById: row.submitted_by_id === null ? null : Number(row.submitted_by_id),
  sheetSubmittedAt: row.sheet_submitted_at,
  reviewerId: row.reviewer_id,
  participants: row.participants === null ? null : listOf(row.participants),
  version: row.version,
})

type Client = TransactionClientContract | typeof db

export async function planOfMeeting(meetingId: number, client: Client = db): Promise<Plan | null> {
  const row = await client.from('plans').where('meeting_id', meetingId).first()
  return row ? planOf(row) : null
}

/** A plan of a meeting the actor's office runs; any other answers as if it did not exist. */
export async function officePlan({ actor }: ActorContext, id: number): Promise<Plan> {
  const row = await withCommittee(id)
  const own =
    row &&
    (actor.kind === 'system' ||
      (actor.committeeId !== null
        ? actor.committeeId === row.committee_id
        : await keepsCommittee(actor.organizationId, row.committee_id)))
  if (!own) throw new NotFound('没有这个评审方案。')
  return planOf(row)
}

/** A plan the actor writes, reviews or may look up (HU-57, HU-73). */
export async function readablePlan(ctx: ActorContext, id: number): Promise<Plan> {
  const row = await withCommittee(id)
  if (!row) throw new NotFound('没有这个评审方案。')
  const { actor } = ctx
  const reviews =
    actor.can('plans.review') &&
    row.reviewer_id !== null &&
    row.reviewer_id === actor.organizationId
  if (reviews || (actor.can('plans.read') && (await oversees(actor, row.body)))) return planOf(row)
  if (!actor.can('plans.manage')) throw new NotFound('没有这个评审方案。')
  return officePlan(ctx, id)
}

const withCommittee = (id: number) =>
  db
    .from('plans as p')
    .join('meetings as g', 'g.id', 'p.meeting_id')
    .join('committees as c', 'c.id', 'g.committee_id')
    .where('p.id', id)
    .select('p.*', 'g.committee_id', 'c.organization_id as body')
    .first()

async function oversees(actor: Actor, organizationId: number): Promise<boolean> {
  if (actor.kind === 'tenant_admin' || actor.kind === 'system') return true
  const body = await db
    .from('organizations')
    .where('id', organizationId)
    .where('tree', 'like', `%/${actor.organizationId ?? 0}/%`)
    .first()
  return body !== null
}

export const PLAN_EVENTS = {
  submitted: '呈报方案',
  withdrawn: '撤回方案',
  approved: '审核通过',
  refused: '审核不通过',
  sheet: '提交评分标准',
  committed: '登记抽取承诺值',
  drawn: '抽取评委',
  member_confirmed: '评委确认参加',
  member_refused: '评委不能参加，依次递补',
  revealed: '公布抽取密钥',
} as const

/** What happened to a plan and its draw (流转日志, HB-54). */
export const recordPlanEvent = (
  ctx: ActorContext,
  planId: number,
  kind: keyof typeof PLAN_EVENTS,
  text: string | null,
  client: Client = db
) =>
  client
    .table('plan_events')
    .insert({ plan_id: planId, kind, text, actor_name: ctx.actor.name, at: stamp(ctx) })
