import { LEVEL_LABELS } from '#province/facts'

/** Levels of titles, as filters and forms offer them. */
export const LEVELS = Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label }))
