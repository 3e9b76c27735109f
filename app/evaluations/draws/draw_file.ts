import db from '@adonisjs/lucid/services/db'
import { drawPool, fits } from '#evaluations/draws/pool'
import { minute } from '#evaluations/plans/list_plans'
import type { Plan } from '#evaluations/plans/plan'
import type { ActorContext } from '#web/actor'

const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)

/** The draws of a plan as anyone who may see the plan can check them: hash before, secret after, frozen pool, list. */
export async function drawsOf(plan: Plan) {
  const rows = await db.from('draws').where('meeting_id', plan.meetingId).orderBy('number')
  return rows.map((row) => {
    const pool = parsed(row.pool) as {
      needs: { candidates: number[]; count: number; reserves: number }[]
      excluded: { id: number; excluded: string }[]
    } | null
    return {
      id: row.id as number,
      number: row.number as number,
      status: row.status as string,
      commitment: row.commitment as string,
      secret: row.secret_revealed as string | null,
      committedAt: minute(row.committed_at)!,
      drawnAt: minute(row.drawn_at),
      revealedAt: minute(row.revealed_at),
      candidates: pool ? pool.needs.map(({ candidates }) => candidates.length) : [],
      excluded: pool ? pool.excluded.length : 0,
      drawn: (parsed(row.drawn) ?? []) as number[][],
    }
  })
}

/** Whom the next draw could take, and who stays out and why, before anything is frozen. */
export async function poolPreview(ctx: ActorContext, plan: Plan) {
  const pool = await drawPool(ctx, plan.meetingId, {
    excludeSameUnit: true,
    excludeRelated: true,
    exclusions: [],
  })
  return {
    needs: plan.needs.map(
      (need) => pool.filter((each) => !each.excluded && fits(each, need)).length
    ),
    experts: pool.map(({ id, name, unit, specialty, excluded }) => ({
      id,
      name,
      unit,
      specialty,
      excluded,
    })),
  }
}
