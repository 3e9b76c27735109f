import { repeated } from '#province/check_form'
import { COMBINERS, holds, type Condition } from '#province/conditions'
import type { ApprovalPath, BodySelector, OrganizationKind, Ruleset } from '#province/ruleset'

/** Whether every approval path ends, has somebody for its steps, and every table of rows answers for everyone. */
export function pathFaults(ruleset: Ruleset): string[] {
  const { approvals, organizations } = ruleset
  return [
    ...repeated(approvals.paths.map(({ id }) => id)).map((id) => `审核路径 ${id} 重复`),
    ...repeated(organizations.kinds.map(({ id }) => id)).map((id) => `机构类型 ${id} 重复`),
    ...approvals.paths.flatMap((path) =>
      [...endFaults(path, organizations.kinds), ...stepFaults(path, organizations.kinds)].map(
        (fault) => `审核路径“${path.label}”：${fault}`
      )
    ),
    ...selectorFaults(ruleset),
    ...tableFaults(ruleset),
  ]
}

/**
 * Whether a condition can hold for a body of a kind: what the kind decides is decided, everything else may be.
 * `false` only when it never can.
 */
export function canHold(condition: Condition | undefined, kind: OrganizationKind): boolean {
  const decided = { body: { kind: kind.id, core: kind.core } }
  return Object.entries(condition ?? {}).every(([key, wanted]) => {
    if (key === '$and') return (wanted as Condition[]).every((each) => canHold(each, kind))
    if (key === '$or') return (wanted as Condition[]).some((each) => canHold(each, kind))
    if (key === '$not') {
      const inner = wanted as Condition
      const keys = Object.keys(inner)
      const isDecided = keys.every((each) => !COMBINERS.includes(each) && isOfKind(each))
      return !isDecided || !holds(inner, decided)
    }
    return !isOfKind(key) || holds({ [key]: wanted } as Condition, decided)
  })
}

const isOfKind = (fact: string) => fact === 'body.kind' || fact === 'body.core'

function endFaults(path: ApprovalPath, kinds: OrganizationKind[]): string[] {
  if (path.kind !== 'hierarchy' || !path.until) return []
  return kinds.some((kind) => canHold(path.until, kind)) ? [] : ['没有机构能作为终点，永远审不完']
}

/** A step needs a kind of body that can take it and may open accounts with its role. */
function stepFaults(path: ApprovalPath, kinds: OrganizationKind[]): string[] {
  return path.inside.flatMap(({ when, role, label }) => {
    const takers = kinds.filter((kind) => canHold(when, kind))
    if (takers.length === 0) return [`没有机构适用“${label}”`]
    return takers.some(({ staffRoles }) => staffRoles.includes(role))
      ? []
      : [`办理“${label}”的机构都不能开设角色 ${role} 的账号`]
  })
}

function selectorFaults(ruleset: Ruleset): string[] {
  const { approvals, results, documents, certificates, organizations } = ruleset
  const named: [string, BodySelector][] = [
    ...approvals.paths.flatMap((path) =>
      path.kind === 'steps'
        ? path.bodies.map((body): [string, BodySelector] => [`审核路径“${path.label}”`, body])
        : []
    ),
    ...results.publishers.map(({ by, label }): [string, BodySelector] => [
      `公示机构“${label}”`,
      by,
    ]),
    ['备案机构', results.filing.by],
    ...documents.routes.flatMap(({ bodies, label }) =>
      bodies.map((body): [string, BodySelector] => [`发文审查“${label}”`, body])
    ),
    ['发证机构', certificates.issuedBy],
    ['制证机构', certificates.generatedBy],
  ]
  const kinds = new Set(organizations.kinds.map(({ id }) => id))
  return named.flatMap(([at, selector]) => {
    if (selector.body === 'nearest' && !kinds.has(selector.kind))
      return [`${at}：没有机构类型 ${selector.kind}`]
    // while the path is being found nobody has reviewed yet
    if (selector.body === 'last_reviewer' && at.startsWith('审核路径'))
      return [`${at}：不能用最后审核机构`]
    return []
  })
}

interface Row {
  when?: Condition
}

/** A row after one without condition is never reached; a table without such a row may find none. */
function tableFaults({ approvals, results, committees, documents }: Ruleset): string[] {
  const table = (name: string, rows: Row[], needsDefault = true): string[] => {
    const isOpen = ({ when }: Row) => !when || Object.keys(when).length === 0
    const open = rows.findIndex(isOpen)
    const seen = rows.map(({ when }) => JSON.stringify(when ?? {}))
    return [
      ...rows.flatMap((_, index) =>
        (open >= 0 && index > open) || seen.indexOf(seen[index]) < index
          ? [`${name}：第 ${index + 1} 行永远到不了`]
          : []
      ),
      ...(open < 0 && needsDefault ? [`${name}：没有无条件的最后一行，可能无一适用`] : []),
    ]
  }
  return [
    ...table('审核路径', approvals.paths),
    ...table('公示机构', results.publishers),
    ...table('评委会人数', committees.sizes),
    ...table('发文审查', documents.routes, documents.required && documents.routes.length > 0),
    ...(documents.required && documents.routes.length === 0 ? ['发文审查：没有审查机构'] : []),
  ]
}
