import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { LinkInput } from '#approvals/actions/links'
import { linksAbove } from '#approvals/queries/load_graph'
import { pathSetsOf } from '#approvals/queries/path_sets'
import { currentRuleset } from '#batches/queries/rulesets'
import type { TakenTogether } from '#imports/define_import'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

/** Links of one set and level that the administrator brings from a file: each holds at once (HU-36…40). */
export async function addLinks(
  ctx: ActorContext,
  inputs: LinkInput[],
  trx: TransactionClientContract
): Promise<TakenTogether> {
  const [{ pathSet, level }] = inputs
  if (!pathSetsOf((await currentRuleset()).ruleset).some(({ value }) => value === pathSet))
    throw new Refusal('link', '请选择审核路径')
  const ends = inputs.flatMap(({ lowerId, upperId }) => [lowerId, upperId])
  const [active] = await trx.rawQuery(
    "select id from organizations where status = 'active' and id in (?)",
    [ends] as never
  )
  const bodies = new Set(active.map((row: { id: number }) => row.id))
  const [known] = await trx.rawQuery(
    `select lower_id, upper_id, status from path_links
      where path_set = ? and level = ? and lower_id in (?) for update`,
    [pathSet, level, inputs.map(({ lowerId }) => lowerId)] as never
  )
  const there = new Set<string>(
    known
      .filter(({ status }: { status: string }) => status === 'confirmed')
      .map((row: Record<string, number>) => `${row.lower_id}>${row.upper_id}`)
  )
  const above = await linksAbove(
    inputs.map(({ upperId }) => upperId),
    pathSet,
    level || null
  )
  const added: LinkInput[] = []
  const reasons = inputs.map((input) => {
    const { lowerId, upperId } = input
    if (!bodies.has(lowerId) || !bodies.has(upperId)) return '没有这个机构'
    if (there.has(`${lowerId}>${upperId}`)) return null
    if (reaches(above, upperId, lowerId)) return '该上级已在本机构的下级之中，不能形成循环'
    above.set(lowerId, [...(above.get(lowerId) ?? []), upperId])
    there.add(`${lowerId}>${upperId}`)
    added.push(input)
    return null
  })
  const at = stamp(ctx)
  if (added.length > 0)
    await trx.rawQuery(
      `insert into path_links (path_set, level, lower_id, upper_id, status, proposed_by, created_at, updated_at)
       values ?
       on duplicate key update status = values(status), proposed_by = values(proposed_by), reason = null, updated_at = values(updated_at)`,
      [
        added.map(({ lowerId, upperId }) => [
          ...[pathSet, level, lowerId, upperId, 'confirmed', 'admin'],
          ...[at, at],
        ]),
      ] as never
    )
  return {
    reasons,
    entries: added.map((input) => ({ action: 'path_link.confirmed', detail: { ...input } })),
  }
}

/** Whether a way leads up from one body to another. */
function reaches(above: Map<number, number[]>, from: number, to: number): boolean {
  const seen = new Set([from])
  for (const body of seen) {
    if (body === to) return true
    for (const upper of above.get(body) ?? []) seen.add(upper)
  }
  return false
}
