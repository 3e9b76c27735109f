import db from '@adonisjs/lucid/services/db'

/** Named checks over the live database: each returns the ids of applications that break it. */
export const INVARIANTS: Record<string, string> = {
  审核中的申报恰有一项待办: `
    select a.id from applications a
    left join work_items w on w.application_id = a.id and w.status in ('open', 'held')
    where a.stage in ('in_approval', 'on_hold', 'returned')
    group by a.id having count(w.id) <> 1`,
  其他阶段没有待办: `
    select a.id from applications a
    join work_items w on w.application_id = a.id and w.status in ('open', 'held')
    where a.stage not in ('in_approval', 'on_hold', 'returned')`,
  待办在持有申报的机构: `
    select a.id from applications a
    join work_items w on w.application_id = a.id and w.status in ('open', 'held')
    where a.stage in ('in_approval', 'on_hold')
      and (w.organization_id is null or w.organization_id <> a.holder_organization_id)`,
  事件数与日志一致: `
    select a.id from applications a
    left join application_events e on e.application_id = a.id
    group by a.id, a.event_count
    having a.event_count <> count(e.sequence) or a.event_count <> coalesce(max(e.sequence), 0)`,
  最后一条日志的阶段即当前阶段: `
    select a.id from applications a
    join application_events e on e.application_id = a.id and e.sequence = a.event_count
    where e.stage_after <> a.stage`,
  日志前后相接: `
    select e.application_id as id from application_events e
    join application_events f on f.application_id = e.application_id and f.sequence = e.sequence + 1
    where f.stage_before <> e.stage_after`,
  公示期有起止: `
    select id from applications where stage = 'in_publicity' and publicity_ends_on is null`,
  证书编号不重复: `
    select min(id) as id from applications where certificate_number is not null
    group by certificate_number having count(*) > 1`,
}

/** Name of each broken invariant with the ids that break it; empty when all hold. */
export async function brokenInvariants(): Promise<Record<string, number[]>> {
  const broken: Record<string, number[]> = {}
  for (const [name, sql] of Object.entries(INVARIANTS)) {
    const [rows] = (await db.rawQuery(sql)) as [{ id: number }[]]
    if (rows.length > 0) broken[name] = rows.map(({ id }) => id)
  }
  return broken
}
