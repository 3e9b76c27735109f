import db from '@adonisjs/lucid/services/db'
import { transitionOf } from '#lifecycle/transitions'
import type Application from '#applications/models/application'
import { DECIDED, type Stage } from '#lifecycle/stages'
import type { CommandType } from '#lifecycle/commands'
import { DateTime } from 'luxon'
import { clauses } from '#web/sentence'

export interface TimelineEntry {
  sequence: number
  at: string
  title: string
  who: string
  where: string | null
  text: string | null
  /** of a return, what was said about the whole */
  opinion: string | null
  undone: boolean
}

const OUTCOMES: Record<string, string> = { passed: '通过', not_passed: '未通过' }

/** What happened to an application, oldest first (流转日志), for readers outside the committee. The applicant sees no names of persons in bodies. */
export async function timeline(
  application: Pick<Application, 'id' | 'stage'>,
  reader: 'applicant' | 'office'
): Promise<TimelineEntry[]> {
  const rows = await db
    .from('application_events')
    .where('application_id', application.id)
    .orderBy('sequence')
  const decided = DECIDED.includes(application.stage as Stage)
  return rows
    .filter(({ type }) => reader === 'office' || type !== 'enter_evaluation')
    .map((row) => {
      const payload = typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload
      return {
        sequence: row.sequence,
        at: DateTime.fromJSDate(row.at).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm'),
        title: titleOf(row.type, payload),
        who:
          reader === 'applicant' && row.organization_name ? row.organization_name : row.actor_name,
        where: row.organization_name,
        // the result is the committee's until it is publicised (R33)
        text: row.type === 'report' && !decided ? null : textOf(payload),
        opinion: row.type === 'return' ? (payload.opinion ?? null) : null,
        undone: row.undone_by !== null,
      }
    })
}

function titleOf(type: CommandType, payload: Payload): string {
  if (type === 'rollback') return `回退“${payload.label}”`
  if (type === 'approve' && payload.task === 'recommend') return '推荐上报'
  if (type === 'approve' && payload.task === 'qualify') return '资格复核通过'
  return transitionOf(type)?.label ?? type
}

interface Payload extends Record<string, unknown> {
  fields?: Record<string, string>
  items?: { place?: string; reason: string }[]
}

function textOf(payload: Payload): string | null {
  const parts = [
    payload.opinion,
    ...Object.entries(payload.fields ?? {}).map(([label, text]) => `${label}：${text}`),
    ...(payload.items ?? []).map(
      ({ place, reason }, index) => `${index + 1}. ${place ? `${place}：` : ''}${reason}`
    ),
    payload.reason,
    typeof payload.outcome === 'string' && OUTCOMES[payload.outcome]
      ? `结果：${OUTCOMES[payload.outcome]}`
      : payload.outcome,
    payload.remark,
    payload.startsOn && `公示时间：${payload.startsOn} 至 ${payload.endsOn}`,
    payload.dueOn && `请于 ${payload.dueOn} 前补正`,
    payload.number && `编号：${payload.number}`,
  ]
    .filter(Boolean)
    .map(String)
  return parts.length > 0 ? clauses(parts) : null
}
