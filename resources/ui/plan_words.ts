import { LEVEL_LABELS } from '#province/facts'
import type { FileLink } from './form_types'

/** Status of a plan: words and colour of the tag. */
export const PLAN_STATUS: Record<string, [string, string]> = {
  draft: ['编制中', 'default'],
  submitted: ['待审核', 'warning'],
  approved: ['审核通过', 'success'],
  refused: ['审核不通过', 'error'],
}

export const FLOWS: Record<string, string> = { online: '线上评审', offline: '线下评审' }

/** Colours of what a member of a meeting answered. */
export const MEMBER_COLORS: Record<string, string> = {
  drawn: 'warning',
  active: 'success',
  reserve: 'default',
  refused: 'error',
  absent: 'error',
  withdrawn: 'error',
}

export type ExpertNeed = {
  specialty: string | null
  level: string | null
  source?: 'inside' | 'outside' | null
  count: number
  reserves: number
}

/** Where experts come from. */
export const SOURCES = { inside: '组建单位专家', outside: '外单位专家' }

/** A need in words. */
export const needText = ({ specialty, level, source }: ExpertNeed) =>
  [
    specialty ?? '专业不限',
    level ? `${LEVEL_LABELS[level]}及以上` : '职称级别不限',
    ...(source ? [SOURCES[source]] : []),
  ].join('，')

export type PlanRow = {
  id: number
  meetingId: number
  meeting: string
  meetingStatus: string
  committee: string
  kind: string
  flow: string
  status: string
  cases: number
  submittedBy: string | null
  submittedAt: string | null
  decidedBy: string | null
  decidedAt: string | null
  opinion: string | null
  file: FileLink | null
}
