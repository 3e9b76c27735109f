import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { readableCase } from '#approvals/scope'
import audit from '#audit/audit'
import { enqueue } from '#jobs/enqueue'
import { concerning } from '#results/roles'
import type { Actor, ActorContext } from '#web/actor'
import { shanghai } from '#web/day'
import { paged, type Page } from '#web/paging'
import { NotFound, Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export type ArchiveScope = 'meeting' | 'case'

/** After the report nothing of a meeting changes any more but what is decided about its results. */
const OVER = ['reported', 'in_publicity', 'objection', 'not_passed', 'passed', 'filed', 'numbered']
const DONE = [...OVER, 'documented', 'certified', 'revoked']

/** Cases of a meeting that the actor's body keeps. */
export const keptCases = (actor: Actor, meetingId: number) =>
  concerning(
    db.from('applications as a').where('a.meeting_id', meetingId).whereIn('a.stage', DONE),
    actor,
    'keeper'
  )

/** Meetings with results that the actor's body keeps, newest first. */
export async function archivableMeetings(actor: Actor) {
  const rows = await concerning(
    db
      .from('applications as a')
      .join('meetings as m', 'm.id', 'a.meeting_id')
      .whereIn('a.stage', DONE),
    actor,
    'keeper'
  )
    .groupBy('m.id', 'm.name')
    .orderBy('m.id', 'desc')
    .limit(200)
    .select('m.id', 'm.name')
    .count('* as people')
  return rows.map((row) => ({
    value: String(row.id),
    label: `${row.name}（${Number(row.people)} 人）`,
  }))
}

/** Orders the package of a committee's meeting, or of one case by its number. */
export async function orderArchive(
  ctx: ActorContext,
  input: { scope: ArchiveScope; meetingId?: number | null; code?: string | null }
) {
  const { subjectId, label, total } =
    input.scope === 'meeting'
      ? await meetingSubject(ctx.actor, input.meetingId ?? 0)
      : await caseSubject(ctx.actor, input.code ?? '')
  return db.transaction(async (trx) => {
    const [id] = await trx.table('archives').insert({
      scope: input.scope,
      subject_id: subjectId,
      label,
      organization_id: ctx.actor.organizationId,
      account_id: ctx.actor.accountId,
      created_at: stamp(ctx),
    })
    const jobId = await enqueue(
      ctx,
      {
        kind: 'certificates.archive',
        key: `certificates.archive:${id}`,
        label: `归档打包（${total} 件申报）`,
        payload: { archiveId: id },
        total,
      },
      trx
    )
    await audit(ctx, { action: 'archive.created', detail: { scope: input.scope, subjectId } }, trx)
    return jobId
  })
}

async function meetingSubject(actor: Actor, meetingId: number) {
  const [{ total }] = await keptCases(actor, meetingId).count('* as total')
  const meeting = await db.from('meetings').where('id', meetingId).select('name').first()
  if (!meeting || Number(total) === 0) throw new NotFound('没有这次会议，或还没有结果。')
  return { subjectId: meetingId, label: meeting.name as string, total: Number(total) }
}

async function caseSubject(actor: Actor, code: string) {
  const row = await Application.findBy('code', code.trim())
  const missing = new Refusal('code', '请核对申报编号', [
    { field: 'code', message: '没有这份申报，或不经本机构办理' },
  ])
  if (!row) throw missing
  try {
    const found = await readableCase(actor, row.id)
    return { subjectId: found.id, label: `${found.code} ${found.personName}`, total: 1 }
  } catch (error) {
    throw error instanceof NotFound ? missing : error
  }
}

export async function listArchives(actor: Actor, page: Page) {
  const found = await paged<Record<string, any>>(
    db
      .from('archives')
      .where('organization_id', actor.organizationId ?? 0)
      .orderBy('id', 'desc') as never,
    page
  )
  return {
    meta: found.meta,
    data: found.data.map((row) => ({
      id: Number(row.id),
      scope: row.scope as ArchiveScope,
      label: row.label as string,
      isMade: row.status === 'made',
      files: Number(row.files),
      digest: row.digest as string | null,
      at: shanghai(row.created_at),
    })),
  }
}

/** The package of the actor's own body. */
export async function archiveFileId(actor: Actor, id: number): Promise<number> {
  const row = await db
    .from('archives')
    .where({ id, organization_id: actor.organizationId ?? 0, status: 'made' })
    .first()
  if (!row) throw new NotFound()
  return Number(row.file_id)
}
