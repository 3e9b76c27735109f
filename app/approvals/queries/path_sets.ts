import type { Ruleset } from '#province/ruleset'

export interface PathSet {
  value: string
  label: string
}

/** The path sets whose links are kept by hand; none where cases go up the tree (HU-36…40). */
export const pathSetsOf = ({ approvals }: Pick<Ruleset, 'approvals'>): PathSet[] => [
  ...new Map(
    approvals.paths.flatMap((path) =>
      path.kind === 'network' ? [[path.pathSet, { value: path.pathSet, label: path.label }]] : []
    )
  ).values(),
]
