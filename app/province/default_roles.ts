import type { RoleDefinition } from '#province/define_province'

const REVIEWER = [
  'approvals.follow',
  'approvals.templates',
  'approvals.review',
  'approvals.paths',
  'approvals.links',
  'applications.read',
  // shows only where initial titles or recognitions end at a receiving body
  'confirmations.manage',
  // shows only where the province issues documents
  'documents.examine',
]
const CERTIFICATES = [
  'certificates.generate',
  'certificates.read',
  'certificates.report',
  'archives.make',
]
const OFFICE = [
  ...REVIEWER,
  'results.manage',
  'numbers.manage',
  'documents.manage',
  ...CERTIFICATES,
]
const COMMITTEE_OFFICE = [
  'committees.pool',
  'meetings.manage',
  'plans.manage',
  'results.manage',
  ...CERTIFICATES,
]

/** What the province's administrator keeps for everyone (HU-29…51, 70, 75, 77). */
const REGISTERS = [
  'catalogue.manage',
  'blacklist.manage',
  'approvals.paths',
  'approvals.network',
  'committees.register',
  'committees.transfer',
  'batches.manage',
]

/** The roles a province starts from; it may relabel, narrow, widen or add. */
export const DEFAULT_ROLES: RoleDefinition[] = [
  { id: 'applicant', label: '申报人', kind: 'applicant', abilities: ['applications.own'] },
  {
    id: 'unit_admin',
    label: '单位管理员',
    kind: 'staff',
    abilities: ['organizations.manage', 'accounts.manage', 'certificates.read'],
  },
  {
    id: 'handler',
    label: '经办人',
    kind: 'staff',
    abilities: REVIEWER,
  },
  { id: 'leader', label: '单位领导', kind: 'staff', abilities: REVIEWER },
  {
    id: 'title_officer',
    label: '职改办工作人员',
    kind: 'staff',
    abilities: [
      ...new Set([
        ...OFFICE,
        ...COMMITTEE_OFFICE,
        'committees.manage',
        'committees.read',
        'batches.manage',
        'experts.review',
        'plans.read',
      ]),
    ],
  },
  {
    id: 'committee_office',
    label: '评委会管理员',
    kind: 'committee',
    abilities: [...new Set([...REVIEWER, ...COMMITTEE_OFFICE, 'batches.manage'])],
  },
  { id: 'plan_reviewer', label: '方案审核人', kind: 'staff', abilities: ['plans.review'] },
  {
    id: 'plan_reviewer_special',
    label: '方案审核人（特殊情况）',
    kind: 'staff',
    abilities: ['plans.review'],
  },
  {
    id: 'expert',
    label: '评审专家',
    kind: 'expert',
    abilities: ['evaluations.work', 'experts.own'],
  },
  {
    id: 'tenant_admin',
    label: '平台管理员',
    kind: 'tenant_admin',
    abilities: [
      'tenant.configure',
      'support.grant',
      'province.export',
      'interfaces.manage',
      'approvals.follow',
      'approvals.rollback',
      'staff.read',
      'staff.manage',
      'reports.read',
      'organizations.manage',
      'accounts.manage',
      'jobs.manage',
      'messages.manage',
      'plans.read',
      ...REGISTERS,
      'certificates.read',
    ],
  },
  {
    id: 'security_admin',
    label: '安全管理员',
    kind: 'tenant_admin',
    abilities: ['staff.read', 'roles.manage', 'sessions.manage'],
  },
  { id: 'audit_admin', label: '审计管理员', kind: 'tenant_admin', abilities: ['audit.read'] },
]

/** The default roles, some of them with further abilities or with fewer. */
export const rolesWith = (
  more: Record<string, string[]>,
  less: Record<string, string[]> = {}
): RoleDefinition[] =>
  DEFAULT_ROLES.map((role) => ({
    ...role,
    abilities: [...new Set([...role.abilities, ...(more[role.id] ?? [])])].filter(
      (ability) => !less[role.id]?.includes(ability)
    ),
  }))
