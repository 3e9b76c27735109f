import '@adonisjs/inertia/types'

import type React from 'react'
import type { Prettify } from '@adonisjs/core/types/common'

type ExtractProps<T> =
  T extends React.FC<infer Props>
    ? Prettify<Omit<Props, 'children'>>
    : T extends React.Component<infer Props>
      ? Prettify<Omit<Props, 'children'>>
      : never

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'applicant/achievements/index': ExtractProps<(typeof import('../../resources/pages/applicant/achievements/index.tsx'))['default']>
    'applicant/applications/guide': ExtractProps<(typeof import('../../resources/pages/applicant/applications/guide.tsx'))['default']>
    'applicant/applications/index': ExtractProps<(typeof import('../../resources/pages/applicant/applications/index.tsx'))['default']>
    'applicant/applications/start': ExtractProps<(typeof import('../../resources/pages/applicant/applications/start.tsx'))['default']>
    'applicant/applications/submitted': ExtractProps<(typeof import('../../resources/pages/applicant/applications/submitted.tsx'))['default']>
    'applicant/applications/view': ExtractProps<(typeof import('../../resources/pages/applicant/applications/view.tsx'))['default']>
    'applicant/applications/wizard': ExtractProps<(typeof import('../../resources/pages/applicant/applications/wizard.tsx'))['default']>
    'applicant/certificates/index': ExtractProps<(typeof import('../../resources/pages/applicant/certificates/index.tsx'))['default']>
    'committee/meetings/index': ExtractProps<(typeof import('../../resources/pages/committee/meetings/index.tsx'))['default']>
    'committee/meetings/minutes': ExtractProps<(typeof import('../../resources/pages/committee/meetings/minutes.tsx'))['default']>
    'committee/meetings/results': ExtractProps<(typeof import('../../resources/pages/committee/meetings/results.tsx'))['default']>
    'committee/meetings/show': ExtractProps<(typeof import('../../resources/pages/committee/meetings/show.tsx'))['default']>
    'expert/meetings/desk': ExtractProps<(typeof import('../../resources/pages/expert/meetings/desk.tsx'))['default']>
    'expert/meetings/file': ExtractProps<(typeof import('../../resources/pages/expert/meetings/file.tsx'))['default']>
    'expert/meetings/index': ExtractProps<(typeof import('../../resources/pages/expert/meetings/index.tsx'))['default']>
    'expert/meetings/stage': ExtractProps<(typeof import('../../resources/pages/expert/meetings/stage.tsx'))['default']>
    'expert/profile': ExtractProps<(typeof import('../../resources/pages/expert/profile.tsx'))['default']>
    'office/archives/index': ExtractProps<(typeof import('../../resources/pages/office/archives/index.tsx'))['default']>
    'office/batches/index': ExtractProps<(typeof import('../../resources/pages/office/batches/index.tsx'))['default']>
    'office/cases/assignments': ExtractProps<(typeof import('../../resources/pages/office/cases/assignments.tsx'))['default']>
    'office/cases/index': ExtractProps<(typeof import('../../resources/pages/office/cases/index.tsx'))['default']>
    'office/cases/show': ExtractProps<(typeof import('../../resources/pages/office/cases/show.tsx'))['default']>
    'office/cases/stuck': ExtractProps<(typeof import('../../resources/pages/office/cases/stuck.tsx'))['default']>
    'office/cases/templates': ExtractProps<(typeof import('../../resources/pages/office/cases/templates.tsx'))['default']>
    'office/certificates/changes': ExtractProps<(typeof import('../../resources/pages/office/certificates/changes.tsx'))['default']>
    'office/certificates/generate': ExtractProps<(typeof import('../../resources/pages/office/certificates/generate.tsx'))['default']>
    'office/certificates/index': ExtractProps<(typeof import('../../resources/pages/office/certificates/index.tsx'))['default']>
    'office/certificates/ministry': ExtractProps<(typeof import('../../resources/pages/office/certificates/ministry.tsx'))['default']>
    'office/certificates/paper_help': ExtractProps<(typeof import('../../resources/pages/office/certificates/paper_help.tsx'))['default']>
    'office/certificates/paper': ExtractProps<(typeof import('../../resources/pages/office/certificates/paper.tsx'))['default']>
    'office/certificates/show': ExtractProps<(typeof import('../../resources/pages/office/certificates/show.tsx'))['default']>
    'office/committees/index': ExtractProps<(typeof import('../../resources/pages/office/committees/index.tsx'))['default']>
    'office/confirmations/index': ExtractProps<(typeof import('../../resources/pages/office/confirmations/index.tsx'))['default']>
    'office/documents/candidates': ExtractProps<(typeof import('../../resources/pages/office/documents/candidates.tsx'))['default']>
    'office/documents/index': ExtractProps<(typeof import('../../resources/pages/office/documents/index.tsx'))['default']>
    'office/documents/show': ExtractProps<(typeof import('../../resources/pages/office/documents/show.tsx'))['default']>
    'office/draws/index': ExtractProps<(typeof import('../../resources/pages/office/draws/index.tsx'))['default']>
    'office/draws/show': ExtractProps<(typeof import('../../resources/pages/office/draws/show.tsx'))['default']>
    'office/experts/index': ExtractProps<(typeof import('../../resources/pages/office/experts/index.tsx'))['default']>
    'office/experts/reviews': ExtractProps<(typeof import('../../resources/pages/office/experts/reviews.tsx'))['default']>
    'office/experts/show': ExtractProps<(typeof import('../../resources/pages/office/experts/show.tsx'))['default']>
    'office/filings/index': ExtractProps<(typeof import('../../resources/pages/office/filings/index.tsx'))['default']>
    'office/filings/show': ExtractProps<(typeof import('../../resources/pages/office/filings/show.tsx'))['default']>
    'office/notices/index': ExtractProps<(typeof import('../../resources/pages/office/notices/index.tsx'))['default']>
    'office/notices/show': ExtractProps<(typeof import('../../resources/pages/office/notices/show.tsx'))['default']>
    'office/numbers/index': ExtractProps<(typeof import('../../resources/pages/office/numbers/index.tsx'))['default']>
    'office/numbers/pools': ExtractProps<(typeof import('../../resources/pages/office/numbers/pools.tsx'))['default']>
    'office/objections/index': ExtractProps<(typeof import('../../resources/pages/office/objections/index.tsx'))['default']>
    'office/objections/show': ExtractProps<(typeof import('../../resources/pages/office/objections/show.tsx'))['default']>
    'office/paths/diagnosis': ExtractProps<(typeof import('../../resources/pages/office/paths/diagnosis.tsx'))['default']>
    'office/paths/links': ExtractProps<(typeof import('../../resources/pages/office/paths/links.tsx'))['default']>
    'office/plans/index': ExtractProps<(typeof import('../../resources/pages/office/plans/index.tsx'))['default']>
    'office/plans/show': ExtractProps<(typeof import('../../resources/pages/office/plans/show.tsx'))['default']>
    'office/recognitions/index': ExtractProps<(typeof import('../../resources/pages/office/recognitions/index.tsx'))['default']>
    'office/results/index': ExtractProps<(typeof import('../../resources/pages/office/results/index.tsx'))['default']>
    'office/results/people': ExtractProps<(typeof import('../../resources/pages/office/results/people.tsx'))['default']>
    'office/results/publicities': ExtractProps<(typeof import('../../resources/pages/office/results/publicities.tsx'))['default']>
    'office/results/show': ExtractProps<(typeof import('../../resources/pages/office/results/show.tsx'))['default']>
    'office/reviews/index': ExtractProps<(typeof import('../../resources/pages/office/reviews/index.tsx'))['default']>
    'office/reviews/show': ExtractProps<(typeof import('../../resources/pages/office/reviews/show.tsx'))['default']>
    'operator/jobs': ExtractProps<(typeof import('../../resources/pages/operator/jobs.tsx'))['default']>
    'operator/province': ExtractProps<(typeof import('../../resources/pages/operator/province.tsx'))['default']>
    'operator/provinces': ExtractProps<(typeof import('../../resources/pages/operator/provinces.tsx'))['default']>
    'operator/queues': ExtractProps<(typeof import('../../resources/pages/operator/queues.tsx'))['default']>
    'operator/tasks': ExtractProps<(typeof import('../../resources/pages/operator/tasks.tsx'))['default']>
    'public/activate': ExtractProps<(typeof import('../../resources/pages/public/activate.tsx'))['default']>
    'public/certificate': ExtractProps<(typeof import('../../resources/pages/public/certificate.tsx'))['default']>
    'public/change_password': ExtractProps<(typeof import('../../resources/pages/public/change_password.tsx'))['default']>
    'public/error': ExtractProps<(typeof import('../../resources/pages/public/error.tsx'))['default']>
    'public/help': ExtractProps<(typeof import('../../resources/pages/public/help.tsx'))['default']>
    'public/home': ExtractProps<(typeof import('../../resources/pages/public/home.tsx'))['default']>
    'public/lead_answer': ExtractProps<(typeof import('../../resources/pages/public/lead_answer.tsx'))['default']>
    'public/operator_sign_in': ExtractProps<(typeof import('../../resources/pages/public/operator_sign_in.tsx'))['default']>
    'public/personas': ExtractProps<(typeof import('../../resources/pages/public/personas.tsx'))['default']>
    'public/publicity_list': ExtractProps<(typeof import('../../resources/pages/public/publicity_list.tsx'))['default']>
    'public/publicity': ExtractProps<(typeof import('../../resources/pages/public/publicity.tsx'))['default']>
    'public/register_unit': ExtractProps<(typeof import('../../resources/pages/public/register_unit.tsx'))['default']>
    'public/register': ExtractProps<(typeof import('../../resources/pages/public/register.tsx'))['default']>
    'public/second_factor': ExtractProps<(typeof import('../../resources/pages/public/second_factor.tsx'))['default']>
    'public/sign_in': ExtractProps<(typeof import('../../resources/pages/public/sign_in.tsx'))['default']>
    'public/verify': ExtractProps<(typeof import('../../resources/pages/public/verify.tsx'))['default']>
    'shared/home': ExtractProps<(typeof import('../../resources/pages/shared/home.tsx'))['default']>
    'shared/job': ExtractProps<(typeof import('../../resources/pages/shared/job.tsx'))['default']>
    'shared/jobs': ExtractProps<(typeof import('../../resources/pages/shared/jobs.tsx'))['default']>
    'shared/messages': ExtractProps<(typeof import('../../resources/pages/shared/messages.tsx'))['default']>
    'shared/security': ExtractProps<(typeof import('../../resources/pages/shared/security.tsx'))['default']>
    'tenant_admin/audit/index': ExtractProps<(typeof import('../../resources/pages/tenant_admin/audit/index.tsx'))['default']>
    'tenant_admin/blacklist/index': ExtractProps<(typeof import('../../resources/pages/tenant_admin/blacklist/index.tsx'))['default']>
    'tenant_admin/catalogue/calendar': ExtractProps<(typeof import('../../resources/pages/tenant_admin/catalogue/calendar.tsx'))['default']>
    'tenant_admin/catalogue/issuers': ExtractProps<(typeof import('../../resources/pages/tenant_admin/catalogue/issuers.tsx'))['default']>
    'tenant_admin/catalogue/receivers': ExtractProps<(typeof import('../../resources/pages/tenant_admin/catalogue/receivers.tsx'))['default']>
    'tenant_admin/catalogue/tree': ExtractProps<(typeof import('../../resources/pages/tenant_admin/catalogue/tree.tsx'))['default']>
    'tenant_admin/committees/index': ExtractProps<(typeof import('../../resources/pages/tenant_admin/committees/index.tsx'))['default']>
    'tenant_admin/committees/show': ExtractProps<(typeof import('../../resources/pages/tenant_admin/committees/show.tsx'))['default']>
    'tenant_admin/committees/transfer': ExtractProps<(typeof import('../../resources/pages/tenant_admin/committees/transfer.tsx'))['default']>
    'tenant_admin/imports/index': ExtractProps<(typeof import('../../resources/pages/tenant_admin/imports/index.tsx'))['default']>
    'tenant_admin/imports/show': ExtractProps<(typeof import('../../resources/pages/tenant_admin/imports/show.tsx'))['default']>
    'tenant_admin/interfaces/index': ExtractProps<(typeof import('../../resources/pages/tenant_admin/interfaces/index.tsx'))['default']>
    'tenant_admin/messages/deliveries': ExtractProps<(typeof import('../../resources/pages/tenant_admin/messages/deliveries.tsx'))['default']>
    'tenant_admin/paths/index': ExtractProps<(typeof import('../../resources/pages/tenant_admin/paths/index.tsx'))['default']>
    'tenant_admin/portal/brand': ExtractProps<(typeof import('../../resources/pages/tenant_admin/portal/brand.tsx'))['default']>
    'tenant_admin/portal/texts': ExtractProps<(typeof import('../../resources/pages/tenant_admin/portal/texts.tsx'))['default']>
    'tenant_admin/reports/index': ExtractProps<(typeof import('../../resources/pages/tenant_admin/reports/index.tsx'))['default']>
    'tenant_admin/rules/compare': ExtractProps<(typeof import('../../resources/pages/tenant_admin/rules/compare.tsx'))['default']>
    'tenant_admin/rules/draft': ExtractProps<(typeof import('../../resources/pages/tenant_admin/rules/draft.tsx'))['default']>
    'tenant_admin/rules/erratum': ExtractProps<(typeof import('../../resources/pages/tenant_admin/rules/erratum.tsx'))['default']>
    'tenant_admin/rules/index': ExtractProps<(typeof import('../../resources/pages/tenant_admin/rules/index.tsx'))['default']>
    'tenant_admin/rules/simulation': ExtractProps<(typeof import('../../resources/pages/tenant_admin/rules/simulation.tsx'))['default']>
    'tenant_admin/rules/version': ExtractProps<(typeof import('../../resources/pages/tenant_admin/rules/version.tsx'))['default']>
    'tenant_admin/security/roles': ExtractProps<(typeof import('../../resources/pages/tenant_admin/security/roles.tsx'))['default']>
    'tenant_admin/security/sessions': ExtractProps<(typeof import('../../resources/pages/tenant_admin/security/sessions.tsx'))['default']>
    'tenant_admin/security/staff': ExtractProps<(typeof import('../../resources/pages/tenant_admin/security/staff.tsx'))['default']>
    'tenant_admin/security/support': ExtractProps<(typeof import('../../resources/pages/tenant_admin/security/support.tsx'))['default']>
    'unit/accounts/applicants': ExtractProps<(typeof import('../../resources/pages/unit/accounts/applicants.tsx'))['default']>
    'unit/accounts/staff': ExtractProps<(typeof import('../../resources/pages/unit/accounts/staff.tsx'))['default']>
    'unit/organizations/index': ExtractProps<(typeof import('../../resources/pages/unit/organizations/index.tsx'))['default']>
    'unit/organizations/show': ExtractProps<(typeof import('../../resources/pages/unit/organizations/show.tsx'))['default']>
    'unit/quotas/all': ExtractProps<(typeof import('../../resources/pages/unit/quotas/all.tsx'))['default']>
    'unit/quotas/index': ExtractProps<(typeof import('../../resources/pages/unit/quotas/index.tsx'))['default']>
    'unit/quotas/reviews': ExtractProps<(typeof import('../../resources/pages/unit/quotas/reviews.tsx'))['default']>
    'unit/registrations/index': ExtractProps<(typeof import('../../resources/pages/unit/registrations/index.tsx'))['default']>
  }
}
