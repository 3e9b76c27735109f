import db from '@adonisjs/lucid/services/db'
import { rulesetById } from '#batches/queries/rulesets'
import { marked, sinceOf, tieBetween, type Marked, type Sections } from '#evaluations/interests'
import type Meeting from '#evaluations/models/meeting'
import type { AvoidanceRules } from '#province/ruleset'
import { today, type ActorContext } from '#web/actor'
import { stamp } from '#web/stamp'

/**
 * Enters what can be seen of interests (R34): a member who takes part himself, is or was lately of a participant's unit,
 * wrote or worked with him, recommends him, or named him in his profile. A committee of the unit itself has nobody else,
 * so there a common unit does not count. Answers how many were found.
 */
export async function detectAvoidances(ctx: ActorContext, meeting: Meeting): Promise<number> {
  const cases = await applicantsOf(ctx, meeting)
  const members = await db
    .from('meeting_members as m')
    .join('experts as e', 'e.id', 'm.expert_id')
    .where({ 'm.meeting_id': meeting.id, 'm.status': 'active' })
    .select('m.id', 'e.*', 'm.id as member_id')
  const { expert } = await markersOf(ctx, meeting)
  const found = members.flatMap((member) => {
    const person = expert(member)
    return cases.flatMap((one) => {
      const tie = tieWith(person, one)
      return tie
        ? {
            meeting_id: meeting.id,
            member_id: member.member_id,
            application_id: one.applicationId,
            ...tie,
            created_at: stamp(ctx),
          }
        : []
    })
  })
  if (found.length > 0)
    await db
      .insertQuery()
      .table('avoidances')
      .knexQuery.insert(found)
      .onConflict(['member_id', 'application_id'])
      .ignore()
  return found.length
}

interface Expert extends Marked {
  personId: number
  organizationId: number | null
}

export interface Applicant extends Expert {
  applicationId: number
  /** of the committee's own unit */
  isOwn: boolean
}

/** Why an expert has to avoid an applicant; null when nothing is known. */
export function tieWith(expert: Expert, one: Applicant) {
  if (expert.personId === one.personId)
    return { kind: 'other', reason: '系统核对：评委即参评人员本人' }
  const colleague = expert.organizationId !== null && expert.organizationId === one.organizationId
  if (colleague && !one.isOwn) return { kind: 'same_unit', reason: '系统核对：与参评人员同单位' }
  const withoutUnits = ({ marks, ...person }: Marked) => ({
    ...person,
    marks: marks.filter(({ kind }) => kind !== 'unit'),
  })
  return one.isOwn ? tieBetween(withoutUnits(expert), withoutUnits(one)) : tieBetween(expert, one)
}

/** Those who take part in a meeting with what their applications tell of units, works, projects and people. */
export async function applicantsOf(ctx: ActorContext, meeting: Meeting): Promise<Applicant[]> {
  const { organization_id: own } = await db
    .from('committees')
    .where('id', meeting.committeeId)
    .select('organization_id')
    .firstOrFail()
  const rows = await db
    .from('meeting_cases as k')
    .join('applications as a', 'a.id', 'k.application_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .where('k.meeting_id', meeting.id)
    .select('a.id', 'a.person_id', 'a.person_name', 'a.organization_id', 'o.name as unit')
  const { applicant, rules } = await markersOf(ctx, meeting)
  const sections = await sectionsOf(
    rows.map(({ id }) => Number(id)),
    rules
  )
  return rows.map((row) => ({
    ...applicant(row.person_name, row.unit, sections.get(Number(row.id)) ?? {}),
    applicationId: Number(row.id),
    personId: Number(row.person_id),
    organizationId: Number(row.organization_id),
    isOwn: row.organization_id === own,
  }))
}

/** How the rules read experts and applicants. */
export async function markersOf(ctx: ActorContext, meeting: Meeting) {
  const { ruleset } = await rulesetById(meeting.rulesetId)
  const rules = ruleset.committees.avoidance ?? NONE
  const since = sinceOf(rules, today(ctx))
  return {
    rules,
    expert: (row: Record<string, any>): Expert => ({
      ...marked(
        { name: row.name, unit: row.unit_name, sections: parsed(row.profile) },
        rules.expert,
        since
      ),
      personId: Number(row.person_id),
      organizationId: row.organization_id === null ? null : Number(row.organization_id),
    }),
    applicant: (name: string, unit: string, sections: Sections) =>
      marked({ name, unit, sections }, rules.applicant, since),
  }
}

const NONE: AvoidanceRules = { years: 0, applicant: [], expert: [] }

async function sectionsOf(applicationIds: number[], { applicant }: AvoidanceRules) {
  const wanted = [...new Set(applicant.map(({ section }) => section))]
  const found = new Map<number, Sections>()
  if (wanted.length === 0 || applicationIds.length === 0) return found
  const rows = await db
    .from('application_sections')
    .whereIn('application_id', applicationIds)
    .whereIn('section', wanted)
    .select('application_id', 'section', 'content')
  for (const row of rows) {
    const sections = found.get(Number(row.application_id)) ?? {}
    sections[row.section] = parsed(row.content) as Sections[string]
    found.set(Number(row.application_id), sections)
  }
  return found
}

const parsed = (value: unknown): Sections =>
  typeof value === 'string' ? JSON.parse(value) : ((value ?? {}) as Sections)
