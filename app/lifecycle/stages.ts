/** The closed set of stages of an application (design §5). Provinces parameterise their inside; they add none. */
export const STAGES = [
  'draft',
  'in_approval',
  'returned',
  'on_hold',
  'qualified',
  'in_evaluation',
  'reported',
  'in_publicity',
  'objection',
  'passed',
  'not_passed',
  'filed',
  'numbered',
  'documented',
  'certified',
  'withdrawn',
  'discarded',
  'given_up',
  'revoked',
] as const
export type Stage = (typeof STAGES)[number]

/** Nothing follows by itself. */
export const TERMINAL: readonly Stage[] = [
  'discarded',
  'given_up',
  'not_passed',
  'revoked',
  'certified',
]
/** The applicant may write. */
export const EDITABLE: readonly Stage[] = ['draft', 'returned', 'withdrawn']
/** A body of the approval path holds it. */
export const AT_OFFICES: readonly Stage[] = ['in_approval', 'on_hold']
/** The outcome of the evaluation is known to the public; before, only who runs the evaluation may read it (R33). */
export const DECIDED: readonly Stage[] = [
  'in_publicity',
  'objection',
  'passed',
  'filed',
  'numbered',
  'documented',
  'certified',
  'revoked',
  'not_passed',
]
