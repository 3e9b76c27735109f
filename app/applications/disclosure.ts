import type { Disclosure } from '#province/ruleset'

/** Readers from the narrowest sight to the widest; each sees what is disclosed to himself and to those before him. */
const RUNGS: Disclosure[] = ['public', 'committee', 'reviewer', 'office', 'authority', 'applicant']

export const isDisclosed = (field: { disclosure?: Disclosure }, reader: Disclosure) =>
  RUNGS.indexOf(field.disclosure ?? 'committee') <= RUNGS.indexOf(reader)
