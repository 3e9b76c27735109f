import db from '@adonisjs/lucid/services/db'
import { barredExperts } from '#committees/queries/credits'
import { committeesOf } from '#evaluations/committees_of'
import { applicantsOf, markersOf, tieWith, type Applicant } from '#evaluations/detect_avoidances'
import Meeting from '#evaluations/models/meeting'
import type { ExpertNeed } from '#evaluations/plans/plan'
import { LEVEL_LABELS } from '#province/facts'
import { today, type ActorContext } from '#web/actor'

export interface DrawFilter {
  /** experts of the participants' units stay out */
  excludeSameUnit: boolean
  /** who worked, wrote or was lately in one unit with a participant stays out, or recommends him (R34) */
  excludeRelated: boolean
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
  /** of the unit the committee belongs to */
  inside: boolean
  /** why he is out; null when he may be drawn */
  excluded: string | null
}

const LEVELS = Object.keys(LEVEL_LABELS)

/**
 * The pool of a meeting's committee with everyone's reason to stay out: not approved, term over, violation, already
 * drawn, takes part himself, same unit or another tie (R34), declared.
 */
export async function drawPool(
  ctx: ActorContext,
  meetingId: number,
  filter: DrawFilter
): Promise<PoolExpert[]> {
  const day = today(ctx)
  const meeting = await Meeting.findOrFail(meetingId)
  const committee = await db
    .from('committees')
    .where('id', meeting.committeeId)
    .select('organization_id')
    .firstOrFail()
  const pools = db
    .from('committee_experts')
    .whereIn('committee_id', await committeesOf(meeting))
    .groupBy('expert_id')
    .select('expert_id')
    .max('term_until as term_until')
    .as('p')
  const rows = await db
    .from(pools)
    .join('experts as e', 'e.id', 'p.expert_id')
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
  const { people, units } = await participants(meetingId, committee.organization_id)
  const applicants = filter.excludeRelated ? await applicantsOf(ctx, meeting) : []
  const { expert: read } = await markersOf(ctx, meeting)
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
      tied(read(row), applicants),
      declared.has(row.id) && `申报回避：${declared.get(row.id)}`,
    ]
    return {
      id: row.id,
      name: row.name,
      unit: row.unit_name,
      title: row.title_name,
      specialty: row.specialty_name,
      level: row.title_level,
      inside: row.organization_id === committee.organization_id,
      excluded: reasons.find((reason): reason is string => typeof reason === 'string') ?? null,
    }
  })
}

/** The first tie to any participant but that of a common unit now, which has its own filter. */
function tied(
  expert: ReturnType<Awaited<ReturnType<typeof markersOf>>['expert']>,
  applicants: Applicant[]
) {
  for (const one of applicants) {
    const tie = tieWith({ ...expert, organizationId: null, marks: expert.marks.slice(1) }, one)
    if (tie) return `与${one.name}：${tie.reason.replace('系统核对：', '')}`
  }
  return null
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
export const fits = (
  expert: PoolExpert,
  need: Pick<ExpertNeed, 'specialty' | 'level' | 'source'>
) =>
  (!need.source || (need.source === 'inside') === expert.inside) &&
  (need.specialty === null || need.specialty === expert.specialty) &&
  (need.level === null || LEVELS.indexOf(expert.level) <= LEVELS.indexOf(need.level))
