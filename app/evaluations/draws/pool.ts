import db from '@adonisjs/lucid/services/db'
import { barredExperts } from '#committees/queries/credits'
import type { ExpertNeed } from '#evaluations/plans/plan'
import { LEVEL_LABELS } from '#province/facts'

export interface DrawFilter {
  /** experts of the participants' units stay out */
  excludeSameUnit: boolean
  /** avoidances declared before the draw, and who can't come */
  exclusions: { expertId: number; reason: string }[]
}

export interface PoolExpert {
  id: number
  name: string
  unit: string
  title: string
  specialty: string
  level: string
  /** why he is out; null when he may be drawn */
  excluded: string | null
}

const LEVELS = Object.keys(LEVEL_LABELS)

/**
 * The pool of a meeting's committee with everyone's reason to stay out: not approved, term over, violation, already
 * drawn, takes part himself, same unit (R34), declared.
 */
export async function drawPool(
  meetingId: number,
  filter: DrawFilter,
  day: string
): Promise<PoolExpert[]> {
  const meeting = await db
    .from('meetings as g')
    .join('committees as c', 'c.id', 'g.committee_id')
    .where('g.id', meetingId)
    .select('g.committee_id', 'c.organization_id')
    .firstOrFail()
  const rows = await db
    .from('committee_experts as p')
    .join('experts as e', 'e.id', 'p.expert_id')
    .where('p.committee_id', meeting.committee_id)
    .orderBy('e.id')
    .select('e.*', 'p.term_until')
  const barred = await barredExperts(
    rows.map(({ id }) => Number(id)),
    day
  )
  const members = await db
    .from('meeting_members')
    .where('meeting_id', meetingId)
    .select('expert_id')
  const seated = new Set(members.map((row) => Number(row.expert_id)))
  const { people, units } = await participants(meetingId, meeting.organization_id)
  const declared = new Map(filter.exclusions.map(({ expertId, reason }) => [expertId, reason]))
  return rows.map((row) => {
    const reasons = [
      row.status !== 'approved' && '评委材料未审核通过',
      row.term_until < day && '任期已满',
      barred.has(row.id) && '有未到期的失信记录',
      seated.has(row.id) && '已在此前的抽取名单中',
      people.has(row.person_id) && '参评人员本人',
      filter.excludeSameUnit &&
        (units.has(row.organization_id) || units.has(row.unit_name)) &&
        '与参评人员同单位',
      declared.has(row.id) && `申报回避：${declared.get(row.id)}`,
    ]
    return {
      id: row.id,
      name: row.name,
      unit: row.unit_name,
      title: row.title_name,
      specialty: row.specialty_name,
      level: row.title_level,
      excluded: reasons.find((reason): reason is string => typeof reason === 'string') ?? null,
    }
  })
}

/** People who take part, and their units by id and by name; a committee of the unit itself knows no others. */
async function participants(meetingId: number, own: number) {
  const rows = await db
    .from('meeting_cases as m')
    .join('applications as a', 'a.id', 'm.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .where('m.meeting_id', meetingId)
    .select('a.person_id', 'a.organization_id', 'o.name')
  const units = new Set<unknown>()
  for (const row of rows)
    if (row.organization_id !== own) units.add(row.organization_id).add(row.name)
  return { people: new Set(rows.map((row) => Number(row.person_id))), units }
}

/** Whether an expert answers a need. */
export const fits = (expert: PoolExpert, need: Pick<ExpertNeed, 'specialty' | 'level'>) =>
  (need.specialty === null || need.specialty === expert.specialty) &&
  (need.level === null || LEVELS.indexOf(expert.level) <= LEVELS.indexOf(need.level))
