import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type Application from '#applications/models/application'
import { sizeOf } from '#evaluations/committees_of'
import Meeting from '#evaluations/models/meeting'
import { hasPassed } from '#evaluations/tally'
import { DECIDED, type Stage } from '#lifecycle/stages'
import type { DocumentTemplate } from '#province/define_province'
import { aggregateOf } from '#province/registry'
import type { ReviewMode } from '#province/review_mode'
import type { Ruleset } from '#province/ruleset'
import type { Outcome } from '#rules/outcomes'
import { requireTenant } from '#tenancy/context'

/** Scores and votes are for those who run the evaluation until the outcome is public (R33). */
const HIDDEN: Outcome = { said: '结果尚未公开，不推算', why: '' }
const isPublic = ({ stage }: Application) => DECIDED.includes(stage as Stage)

/** Whether the vote that was cast would pass, by the base the rules count from (R28). */
export async function voteUnder(application: Application, { voting }: Ruleset): Promise<Outcome> {
  const { tally } = application
  if (!isPublic(application)) return HIDDEN
  if (!tally) return { said: '尚未投票', why: '' }
  const attending = voting.base === 'attending'
  const count = { ...tally, members: attending ? tally.roll : await membersOf(application) }
  const passed = hasPassed(count, voting)
  const { numerator, denominator } = voting.threshold
  const base = attending ? `出席 ${count.roll} 人` : `全体 ${count.members} 人`
  return {
    said: passed ? '通过' : '不通过',
    why: `同意 ${tally.yes} 票，应不少于${base}的 ${numerator}/${denominator}`,
  }
}

/** Members of the committee when the plenary voted; where results were entered, its size. */
async function membersOf({ id }: Application): Promise<number> {
  const one = await db
    .from('meeting_cases as c')
    .where('c.application_id', id)
    .orderBy('c.id', 'desc')
    .select('c.meeting_id')
    .firstOrFail()
  const ballot = await db
    .from('ballots')
    .where({ meeting_id: one.meeting_id, group_id: 0, status: 'closed' })
    .orderBy('id', 'desc')
    .select('members')
    .first()
  return Number(ballot?.members ?? (await sizeOf(await Meeting.findOrFail(one.meeting_id))))
}

/** The score that the points given in the meeting would make. */
export async function scoreUnder(
  application: Application,
  { reviewModes }: Pick<Ruleset, 'reviewModes'>
): Promise<Outcome> {
  if (!isPublic(application)) return HIDDEN
  const one = await db
    .from('meeting_cases as c')
    .join('meetings as m', 'm.id', 'c.meeting_id')
    .where('c.application_id', application.id)
    .orderBy('c.id', 'desc')
    .select('c.id', 'c.meeting_id', 'c.lead_id', 'm.review_mode')
    .first()
  const rows = one
    ? await db
        .from('scores')
        .where('case_id', one.id)
        .orderBy('id')
        .select('stage', 'member_id', 'total')
    : []
  if (rows.length === 0) return { said: '没有评分', why: '' }
  const mode = reviewModes.find(({ id }) => id === one.review_mode)
  if (!mode) return { said: '没有这种评审模式', why: '' }
  const avoiding = await db
    .from('avoidances')
    .where({ meeting_id: one.meeting_id, application_id: application.id })
    .select('member_id')
  const parts = partsOf(mode, rows, {
    lead: Number(one.lead_id),
    avoiding: new Set(avoiding.map((row) => Number(row.member_id))),
  })
  const points = (value: number) => `${value / 100} 分`
  return {
    said: points(parts.reduce((sum, { score }) => sum + score, 0)),
    why: parts
      .map(({ label, score, count }) => `${label} ${points(score)}（${count} 份评分）`)
      .join('；'),
  }
}

/** Whose points count is what the meeting counts: the lead's alone, or those of all who do not avoid the case. */
function partsOf(
  mode: ReviewMode,
  rows: { stage: string; member_id: number; total: number }[],
  { lead, avoiding }: { lead: number; avoiding: Set<number> }
) {
  return mode.stages.flatMap((stage) => {
    const counts = (id: number) => (stage.scoredBy === 'lead' ? id === lead : !avoiding.has(id))
    const totals = rows
      .filter((row) => row.stage === stage.id && counts(Number(row.member_id)))
      .map(({ total }) => Number(total))
    if (totals.length === 0 || !stage.aggregate) return []
    const score = aggregateOf(requireTenant().province, stage.aggregate)(totals)
    return [{ label: stage.label, score, count: totals.length }]
  })
}

/** The template and the text in it that a certificate would be printed with. */
export function printUnder(
  { certificates }: Ruleset,
  templates: Record<string, DocumentTemplate>
): Outcome {
  const used = [certificates.template, ...certificates.forms.map(({ template }) => template)]
  return {
    said: used
      .map((name) => {
        const { label, source } = templates[name] ?? { label: name, source: '' }
        return `${label}（摘要 ${createHash('sha256').update(source).digest('hex').slice(0, 8)}）`
      })
      .join('、'),
    why: '模板内容不同时摘要不同',
  }
}
