import type { Condition } from '#province/conditions'
import type { DeskRules, QuotaCategory } from '#province/desk_rules'
import type { MessageRule } from '#province/message_rules'
import type { PaperRules } from '#province/paper'
import type { ReviewMode } from '#province/review_mode'

export * from '#province/desk_rules'
export * from '#province/review_mode'

/**
 * The ruleset of a province: one JSON document, checked against `ruleset_schema.ts` and `check_ruleset.ts`,
 * published immutably into the tenant's database and pinned by each batch. Everything here is data; behaviour
 * is named (`{ strategy: 'core.mean' }`) and looked up in the strategies of core and province.
 */
export interface Ruleset {
  schema: 1
  accounts: AccountRules
  organizations: OrganizationRules
  catalogue: CatalogueRules
  application: ApplicationRules
  eligibility: EligibilityRule[]
  approvals: ApprovalRules
  quotas: QuotaRules
  committees: CommitteeRules
  plans: PlanRules
  reviewModes: ReviewMode[]
  voting: VotingRules
  results: ResultRules
  documents: DocumentRules
  certificates: CertificateRules
  /** what goes out by e-mail and SMS too */
  messages: MessageRule[]
  retention: RetentionRule[]
}

export interface Option {
  value: string
  label: string
  description?: string
}

/** Title levels are the same in every province (domain.md §2); labels come from the words. */
export type Level =
  'senior_full' | 'senior_associate' | 'intermediate' | 'junior_assistant' | 'junior_technician'

export interface AccountRules {
  /** who opens applicant accounts: the person, or the unit for its own people (HB-05) */
  applicants: 'self' | 'unit'
  /** whether a unit confirms who registered himself as its member before he can sign in (HU-01) */
  registrationReview: boolean
  /** one account per person and year (HB-06) */
  perYear: boolean
  /** experts work with a random account for one meeting (HN-02), or with their own (HB-64) */
  experts: 'random_per_meeting' | 'own'
  /** days an activation secret stays valid */
  activationDays: number
}

export interface OrganizationRules {
  /** most letters of a body's code; 40 where it is not said (F0) */
  codeLength?: number
  kinds: OrganizationKind[]
}
export interface OrganizationKind {
  id: string
  label: string
  core: 'unit' | 'department' | 'title_office' | 'agency' | 'committee_office'
  /** kinds an administrator of this kind may create below itself (HB-02) */
  creates: string[]
  /** roles whose accounts its administrator may open */
  staffRoles: string[]
}

export interface CatalogueRules {
  /** series of `title-series` in use, by national code, with local name and titles */
  series: SeriesRule[]
}
export interface SeriesRule {
  code: string
  name: string
  /** category shown before the series (申报类别, e.g. 教学类) */
  category?: string
  specialties: { code: string; name: string }[]
  titles: { code: string; name: string; level: Level; nationalTitle?: string }[]
}

export interface ApplicationRules {
  categories: Option[]
  /** 取得方式 */
  acquisitions: Option[]
  /** 申报方式, e.g. the seven modes of HB-22 */
  modes: Option[]
  /** 评审方式 */
  evaluationMethods: Option[]
  /** whether the applicant chooses the committee, or an office assigns it, or the rules find it by series and level */
  committeeChoice: 'applicant' | 'office' | 'by_catalogue'
  /** questions of the eligibility check, asked before the form is opened */
  precheck: FieldRule[]
  sections: SectionRule[]
  materials: MaterialRule[]
  pledge: { version: string; text: string }
  /** working days for a correction after a return */
  correctionWorkingDays: number
}

export interface SectionRule {
  id: string
  /** heading of the side menu this section stands under, e.g. 基础信息 */
  group: string
  title: string
  kind: 'form' | 'records' | 'materials'
  hint?: string
  visibleWhen?: Condition
  /** records only */
  minRecords?: number
  maxRecords?: number
  fields: FieldRule[]
}

export type FieldType =
  | 'text'
  | 'long_text'
  | 'select'
  | 'date'
  | 'month'
  | 'year'
  | 'number'
  | 'file'
  | 'image'
  | 'period'
  | 'phone'
  | 'email'
  | 'id_number'
  | 'url'
  | 'read_only'

export const PREFILLS = [
  'person.name',
  'person.idNumberMasked',
  'person.sex',
  'person.birthDate',
  'organization.name',
  'application.categoryLabel',
  'application.seriesName',
  'application.specialtyName',
  'application.titleName',
  'application.levelLabel',
  'application.modeLabel',
  'application.evaluationMethodLabel',
] as const
export type Prefill = (typeof PREFILLS)[number]

export interface FieldRule {
  id: string
  label: string
  type: FieldType
  required?: boolean
  requiredWhen?: Condition
  visibleWhen?: Condition
  maxLength?: number
  min?: number
  max?: number
  /** decimals of a number */
  decimals?: number
  options?: Option[]
  /** options from the catalogue instead of a fixed list */
  source?:
    'series' | 'specialties' | 'titles' | 'levels' | 'nations' | 'present_series' | 'present_titles'
  /** value taken from what is known already */
  prefill?: Prefill
  accept?: string[]
  maxSizeKb?: number
  hint?: string
  /** the lowest rung of readers that may see it; default `office` */
  disclosure?: Disclosure
  /** stored encrypted (domain.md §5.2, PIPL 28–30) */
  sensitive?: boolean
}

/** Ordered: a reader of one rung sees the fields of that rung and of those after it (design §6). */
export type Disclosure = 'office' | 'committee' | 'reviewer' | 'authority' | 'applicant' | 'public'

export interface MaterialRule {
  id: string
  name: string
  required?: boolean
  requiredWhen?: Condition
  visibleWhen?: Condition
  maxFiles?: number
  accept?: string[]
  maxSizeKb?: number
  /** name of a downloadable template of the province */
  template?: string
  hint?: string
}

export interface EligibilityRule {
  id: string
  label: string
  /** targets it concerns; missing = all */
  applies?: Condition
  /** the rule is broken when this holds over the target and the answers (`precheck.*`) */
  when: Condition
  outcome: 'block' | 'warn'
  explanation: string
  source: string
  /** what shows that the rule is met; the reviewers look at it */
  evidence?: string
}

export interface ApprovalRules extends DeskRules {
  /** first path whose `when` holds */
  paths: ApprovalPath[]
  /** HU-53 against HB-15 */
  returnPolicy: 'one_level' | 'to_applicant'
  hold: boolean
  batch: boolean
  /** publicity inside the unit before recommending (HU-06, R17); working days */
  unitPublicityWorkingDays: number
}

/**
 * hierarchy: from the applicant's unit up the organisation tree until a body for which `until` holds (or the root).
 * network: along confirmed links of `pathSet` until a body that is a final body for the case.
 * steps: the bodies named one after another.
 * The committee office's check (`qualify`) is appended when `qualify` is set.
 */
export type ApprovalPath = {
  id: string
  label: string
  when?: Condition
  inside: InsideStep[]
  qualify?: { role: string; label: string; task: 'qualify' }
} & (
  | { kind: 'hierarchy'; until?: Condition }
  | {
      kind: 'network'
      pathSet: string
      /** where it ends: at the office of the chosen committee (default) or at a receiving body of level and way (HU-32) */
      goal?: 'committee' | 'receiver'
    }
  | { kind: 'steps'; bodies: BodySelector[] }
)

/** What happens inside one body on the way, in order; `when` is over the facts of the body (`body.kind`, `body.isFirst`). */
export interface InsideStep {
  role: string
  task: 'unit_publicity' | 'recommend' | 'review'
  label: string
  when?: Condition
}

export type BodySelector =
  | { body: 'last_reviewer' }
  | { body: 'unit' }
  | { body: 'supervisor' }
  | { body: 'committee_office' }
  | { body: 'root' }
  | { body: 'nearest'; kind: string }

export interface QuotaRules {
  /** whether a recommendation needs a free post of the unit's approved quota; without categories there are no quotas */
  binds: boolean
  categories: QuotaCategory[]
  /** 评审职数类别 */
  kinds: Option[]
}

export interface CommitteeRules {
  /** first matching rule; sizes per R4–R6 */
  sizes: { when?: Condition; min: number; odd: boolean; source: string }[]
  validityYears: number
  termYears: number
  /** what an expert tells about himself before he is reviewed (HB-64) */
  profile: SectionRule[]
  /** years a violation keeps an expert out (R40) */
  creditYears: number
  /** what the papers of an expert and an applicant are compared for, so that who has an interest steps back (R34) */
  avoidance?: AvoidanceRules
}

export interface AvoidanceRules {
  /** years back in which having been in one unit counts */
  years: number
  /** where the application tells of units, works, projects and people */
  applicant: Trace[]
  /** where the expert's profile does */
  expert: Trace[]
}
/** A unit, a work under joint names, a project; `person`: names in a text */
export type TraceKind = 'unit' | 'work' | 'project' | 'person'
export interface Trace {
  kind: TraceKind
  section: string
  field: string
  /** a unit: the field with the month it was left */
  until?: string
}

export interface PlanRules {
  required: boolean
  kinds: { id: 'normal' | 'special'; label: string; reviewerRole: string }[]
  flows: ('online' | 'offline')[]
  /** random draw of the members before the meeting (R9) */
  draw: boolean
}

export interface VotingRules {
  quorum: Fraction
  threshold: Fraction
  /** R28: of those attending */
  base: 'attending' | 'members'
  abstention: boolean
  /** a secret ballot is voided, and a reported result recalled, only when a second person of the office agrees */
  voidNeedsSecond?: boolean
}
export interface Fraction {
  numerator: number
  denominator: number
}

export interface ResultRules {
  /** who publicises: first matching row (HN-24) */
  publishers: { when?: Condition; by: BodySelector; label: string }[]
  publicityWorkingDays: number
  /** public fields by name, e.g. `name, unit, specialty, title` */
  publicFields: string[]
  minutesRequired: boolean
  /** working days in which the desk answers an objection */
  objectionWorkingDays: number
  /** bodies that enter results recognised outside an evaluation (HN-31); nobody where it is missing */
  recognition?: { when: Condition; label: string }
  filing: { required: boolean; by: BodySelector; label: string; numberLabel: string }
}

export interface DocumentRules {
  required: boolean
  /** examination bodies after the issuing office reported the document (HN-38): first matching row */
  routes: { when?: Condition; bodies: BodySelector[]; label: string }[]
}

export interface CertificateRules {
  /** pieces: {year} {region} {issuer} {series} {level} {seq:5} */
  numberPattern: string
  /** facts that make one pool */
  poolBy: ('year' | 'issuer' | 'level' | 'series')[]
  poolSize: number
  template: string
  /**
   * Further forms made with the certificate, e.g. 评审表 (HB-62). Beside the certificate's own data a form's template gets
   * `fields` (its name → `section.field`) and the records of `lists` (ids of sections).
   */
  forms: { template: string; label: string; fields: Record<string, string>; lists: string[] }[]
  issuedBy: BodySelector
  generatedBy: BodySelector
  /** what has to be chosen before many are generated at once (HN-39, HU-67, HB-62) */
  chooseFirst: 'level' | 'document' | 'meeting'
  verificationFields: string[]
  /** what the report to the ministry is called (HU-64); none where it is missing */
  reportLabel?: string
  /** a second person agrees to a revocation, a reissue or a correction */
  changesNeedSecond?: boolean
  /** pre-printed stock; without it nothing is printed on paper (HN-41) */
  paper?: PaperRules
}

export interface RetentionRule {
  what: 'applications' | 'materials' | 'scores' | 'accounts' | 'logs'
  keepYears: number
  source: string
}
