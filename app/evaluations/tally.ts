import type { Fraction, VotingRules } from '#province/ruleset'

/** Whole numbers only: no result depends on rounding (domain.md §1.6). */

/** Members who must be present: at least the fraction of the committee, rounded up (R27). 25 → 17. */
export const quorumOf = (members: number, { numerator, denominator }: Fraction) =>
  Math.ceil((members * numerator) / denominator)

/** Yes votes needed: at least the fraction of the base, rounded up (R28). 17 → 12. */
export const neededOf = (base: number, { numerator, denominator }: Fraction) =>
  Math.ceil((base * numerator) / denominator)

export interface Count {
  /** entitled and present when voting opened */
  roll: number
  /** size of the committee */
  members: number
  yes: number
  no: number
  abstain: number
}

/** Whether a case passed; abstention and absence count as not yes. */
export function hasPassed({ roll, members, yes }: Count, rules: VotingRules): boolean {
  const base = rules.base === 'attending' ? roll : members
  return base > 0 && yes * rules.threshold.denominator >= base * rules.threshold.numerator
}
