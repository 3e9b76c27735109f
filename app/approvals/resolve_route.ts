import type { RouteStep } from '#lifecycle/commands'
import { firstMatch, holds, type Condition, type Facts } from '#province/conditions'
import type { ApprovalPath, ApprovalRules, BodySelector } from '#province/ruleset'

/** A body as the paths see it. */
export interface Body {
  id: number
  name: string
  facts: { kind: string; core: string; isFinal: boolean; attributes: Record<string, unknown> }
}

/** What lies around the applicant's unit; loaded by `queries/load_graph.ts`. */
export interface Graph {
  unit: Body
  /** bodies above the unit, nearest first (hierarchy) */
  ancestors: Body[]
  /** confirmed links of the path set, lower → uppers (network) */
  uppersOf: Map<number, Body[]>
  /** node of the network that is the goal: the office of the committee */
  goal: Body | null
  /** bodies of which the nearest is the goal, where the way ends at a receiving body (HU-32) */
  receivers?: ReadonlySet<number>
}

export type Resolved =
  | { ok: true; path: string; bodies: Body[]; goal: Body | null; steps: RouteStep[] }
  | {
      ok: false
      path: string | null
      /** how far the way goes */
      bodies: Body[]
      message: string
      /** who can mend it */
      mendBy: string
    }

/** Pure: the way of an application through the bodies, or where it breaks and who must mend it (HU-75). */
export function resolveRoute(rules: ApprovalRules, facts: Facts, graph: Graph): Resolved {
  const path = firstMatch(rules.paths, facts)
  if (!path)
    return {
      ok: false,
      path: null,
      bodies: [graph.unit],
      message: '没有适用于此申报的审核路径。',
      mendBy: '省级管理员',
    }
  const found = bodiesOf(path, graph)
  if (!found.ok) return { ...found, path: path.label }
  const steps = found.bodies.flatMap((body, index) =>
    path.inside
      .filter((step) =>
        holds(step.when, { ...facts, body: { ...body.facts, isFirst: index === 0 } })
      )
      .map(({ role, task, label }) => stepAt(body, role, task, label))
  )
  if (path.qualify) {
    const office = found.goal ?? found.bodies.at(-1)!
    steps.push(stepAt(office, path.qualify.role, 'qualify', path.qualify.label))
  }
  if (steps.length === 0)
    return {
      ok: false,
      path: path.label,
      bodies: found.bodies,
      message: '审核路径上没有任何机构需要审核。',
      mendBy: '省级管理员',
    }
  return { ok: true, path: path.label, bodies: found.bodies, goal: found.goal, steps }
}

const stepAt = (body: Body, role: string, task: RouteStep['task'], label: string): RouteStep => ({
  organizationId: body.id,
  organizationName: body.name,
  role,
  task,
  label,
})

type Way =
  | { ok: true; bodies: Body[]; goal: Body | null }
  | { ok: false; bodies: Body[]; message: string; mendBy: string }

function bodiesOf(path: ApprovalPath, graph: Graph): Way {
  if (path.kind === 'network') return throughNetwork(graph)
  if (path.kind === 'hierarchy') return upTheTree(path.until, graph)
  const bodies = [graph.unit]
  for (const selector of path.bodies) {
    const body = select(selector, graph)
    if (!body)
      return {
        ok: false,
        bodies,
        message: `${bodies.at(-1)!.name}之后没有找到下一审核机构。`,
        mendBy: '省级管理员',
      }
    if (body.id !== bodies.at(-1)!.id) bodies.push(body)
  }
  return { ok: true, bodies, goal: graph.goal }
}

function upTheTree(until: Condition | undefined, graph: Graph): Way {
  const all = [graph.unit, ...graph.ancestors]
  if (!until) return { ok: true, bodies: all, goal: graph.goal }
  const end = all.findIndex((body, index) =>
    holds(until, { body: { ...body.facts, isFirst: index === 0 } })
  )
  if (end >= 0) return { ok: true, bodies: all.slice(0, end + 1), goal: graph.goal }
  return {
    ok: false,
    bodies: all,
    message: `${all.at(-1)!.name}没有上级机构，到不了终审机构。`,
    mendBy: all.at(-1)!.name,
  }
}

/** Breadth first, so the shortest way wins; a cycle is walked once. */
function throughNetwork({ unit, uppersOf, goal, receivers }: Graph): Way {
  const isGoal = ({ id }: Body) => (receivers ? receivers.has(id) : id === goal?.id)
  const cameFrom = new Map<number, Body | null>([[unit.id, null]])
  const queue = [unit]
  let farthest = unit
  for (let body = queue.shift(); body; body = queue.shift()) {
    farthest = body
    const way = backFrom(body, cameFrom)
    // the goal itself only qualifies; it does not review as an upper body
    if (isGoal(body))
      return { ok: true, bodies: body === unit ? way : way.slice(0, -1), goal: body }
    if (!goal && !receivers && body.facts.isFinal && body !== unit)
      return { ok: true, bodies: way, goal: null }
    for (const upper of uppersOf.get(body.id) ?? [])
      if (!cameFrom.has(upper.id)) {
        cameFrom.set(upper.id, body)
        queue.push(upper)
      }
  }
  const upper = uppersOf.get(unit.id)?.length ? farthest : unit
  return {
    ok: false,
    bodies: backFrom(upper, cameFrom),
    message: `路径在“${upper.name}”中断：没有上级机构把它列为下级${goal ? `，到不了“${goal.name}”` : receivers ? '，到不了终审机构' : ''}。`,
    mendBy: `“${upper.name}”的上级机构`,
  }
}

function backFrom(body: Body, cameFrom: Map<number, Body | null>): Body[] {
  const way = [body]
  for (let lower = cameFrom.get(body.id); lower; lower = cameFrom.get(lower.id)) way.unshift(lower)
  return way
}

/** The body a rule names by its place, seen from the applicant's unit. */
export function select(
  selector: BodySelector,
  graph: Pick<Graph, 'unit' | 'ancestors' | 'goal'>
): Body | null {
  const all = [graph.unit, ...graph.ancestors]
  switch (selector.body) {
    case 'unit':
      return graph.unit
    case 'supervisor':
      return graph.ancestors[0] ?? null
    case 'root':
      return all.at(-1)!
    case 'nearest':
      return all.find(({ facts }) => facts.kind === selector.kind) ?? null
    case 'committee_office':
      return graph.goal
    case 'last_reviewer':
      return null
  }
}
