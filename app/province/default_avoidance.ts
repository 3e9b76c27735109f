import type { AvoidanceRules } from '#province/ruleset'

/** By the sections most provinces name alike; one a province does not have says nothing (R34). */
export const DEFAULT_AVOIDANCE: AvoidanceRules = {
  years: 3,
  applicant: [
    { kind: 'unit', section: 'work', field: 'unit', until: 'to' },
    { kind: 'work', section: 'papers', field: 'title' },
    { kind: 'work', section: 'books', field: 'title' },
    { kind: 'project', section: 'projects', field: 'name' },
    { kind: 'person', section: 'recommendations', field: 'expert' },
  ],
  expert: [
    { kind: 'unit', section: 'posts', field: 'unit', until: 'time' },
    { kind: 'work', section: 'papers', field: 'name' },
    { kind: 'work', section: 'books', field: 'name' },
    { kind: 'project', section: 'awards', field: 'name' },
    { kind: 'person', section: 'others', field: 'avoidance' },
  ],
}
