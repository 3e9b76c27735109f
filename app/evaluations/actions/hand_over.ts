import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { changeCase } from '#evaluations/acts/act'
import { avoids, type Board, type BoardCase } from '#evaluations/board'
import { isDone } from '#evaluations/progress'

/**
 * Gives a member's cases as lead or second to those of the same group who have the fewest; what nobody can take is left
 * open for the leader to assign. Answers how many went to another and how many stay open.
 */
export async function handOver(
  trx: TransactionClientContract,
  board: Board,
  memberId: number,
  cases: BoardCase[]
) {
  const load = new Map<number, number>()
  for (const { leadId, secondId } of board.cases)
    for (const id of [leadId, secondId]) if (id) load.set(id, (load.get(id) ?? 0) + 1)
  let moved = 0
  let open = 0
  for (const one of cases) {
    const place = one.leadId === memberId ? 'lead' : one.secondId === memberId ? 'second' : null
    if (!place) continue
    const other = place === 'lead' ? one.secondId : one.leadId
    const heir = heirOf(board, one, [memberId, other], load)
    if (heir) load.set(heir, (load.get(heir) ?? 0) + 1)
    if (heir) moved++
    else open++
    await changeCase(trx, one.id, { [`${place}_id`]: heir })
    Object.assign(one, place === 'lead' ? { leadId: heir } : { secondId: heir })
  }
  return { moved, open }
}

/** The leader takes cases only where nobody else of the group can. */
function heirOf(
  board: Board,
  one: BoardCase,
  not: (number | null)[],
  load: Map<number, number>
): number | null {
  const able = board.members
    .filter(
      (member) =>
        member.status === 'active' &&
        member.groupId === one.groupId &&
        !not.includes(member.id) &&
        !avoids(board, member.id, one)
    )
    .sort(
      (a, b) =>
        Number(a.isLeader) - Number(b.isLeader) ||
        (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) ||
        a.id - b.id
    )
  return able[0]?.id ?? null
}

/** Cases on which a member still has work to do as lead or second; what he has done already stands. */
export const unfinishedOf = (board: Board, memberId: number) =>
  board.cases.filter((one) => {
    if (one.groupOutcome !== null) return false
    if (one.leadId !== memberId && one.secondId !== memberId) return false
    const role = one.leadId === memberId ? 'lead' : 'second'
    const own = board.mode.stages.filter(({ who }) => who === role)
    return own.length === 0 || own.some((stage) => !isDone(board, stage, one))
  })
