import db from '@adonisjs/lucid/services/db'
import type { Board } from '#evaluations/board'
import type { ReviewStage } from '#province/ruleset'

export interface Spread {
  stage: string
  member: string
  count: number
  mean: string
  lowest: string
  highest: string
  /** mean distance from what all gave to the same cases, in points; none where nobody else scored them */
  deviation: string | null
  /** far from the others on the same cases: worth a word before the vote */
  apart: boolean
}

const CLEAR = 0.1

/**
 * How each expert's points lie to those of the others on the same cases, for the leader before the vote. Apart is who on
 * average lies a tenth of the full mark or more above or below them, on two cases at least.
 */
export async function scoreSpread(
  board: Board,
  stages: ReviewStage[],
  groupId: number
): Promise<Spread[]> {
  const ids = board.cases.filter((one) => !groupId || one.groupId === groupId).map(({ id }) => id)
  const names = new Map(board.members.map(({ id, name }) => [id, name]))
  if (ids.length === 0) return []
  if (stages.length === 0) return []
  const [rows] = await db.rawQuery(
    `select stage, member_id, count(*) as count, avg(total) as mean, min(total) as lowest,
            max(total) as highest, avg(total - of_all) as deviation, max(givers) as givers
     from (select stage, member_id, total, avg(total) over (partition by case_id, stage) as of_all,
                  count(*) over (partition by case_id, stage) as givers
             from scores where case_id in (?) and stage in (?)) as given
     group by stage, member_id order by stage, member_id`,
    [ids, stages.map(({ id }) => id)] as never
  )
  return (rows as Record<string, any>[]).map((row) => {
    const stage = stages.find(({ id }) => id === row.stage)!
    const full = (stage.sheet ?? []).reduce((sum, { max }) => sum + max, 0) || 100
    const deviation = Number(row.deviation) / 100
    return {
      stage: stage.label,
      member: names.get(Number(row.member_id)) ?? '',
      count: Number(row.count),
      mean: points(row.mean),
      lowest: points(row.lowest),
      highest: points(row.highest),
      deviation:
        Number(row.givers) > 1 ? `${deviation > 0 ? '+' : ''}${deviation.toFixed(2)}` : null,
      apart: Number(row.count) > 1 && Math.abs(deviation) >= full * CLEAR,
    }
  })
}

const points = (hundredths: unknown) => (Number(hundredths) / 100).toFixed(2)
