import { readFileSync, readdirSync } from 'node:fs'

/** Ticks of the kernel's clock in a second, as /proc counts them. */
const TICKS = 100

/** Seconds of processor time used so far by a process and all that came from it, living or ended. */
export function usedBy(pid: number): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? [])
  const childrenOf = Map.groupBy(processes, ({ parent }) => parent)
  const root = processes.find((each) => each.pid === pid)
  const total = (each: { pid: number; ticks: number }): number =>
    each.ticks + (childrenOf.get(each.pid) ?? []).reduce((sum, child) => sum + total(child), 0)
  return root ? total(root) / TICKS : 0
}

function statOf(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // the name may hold spaces: what counts stands after its bracket
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent] = fields
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15)
    return { pid, parent, ticks: user + system + endedUser + endedSystem }
  } catch {
    return null
  }
}
