/** Everything that can happen to an application. `decide` answers each with a change or a refusal; `apply` writes it. */
export type Command =
  | { type: 'submit'; route: RouteStep[]; pledgeVersion: string }
  | { type: 'withdraw'; reason?: string }
  | { type: 'discard'; reason?: string }
  | { type: 'take_up' }
  | { type: 'give_up'; reason: string }
  | {
      type: 'record_unit_publicity'
      startsOn: string
      endsOn: string
      place: string
      outcome: string
    }
  | { type: 'approve'; opinion: string; fields?: Record<string, string> }
  | { type: 'return'; opinion: string; dueOn: string; items?: CorrectionItem[] }
  | { type: 'hold'; opinion: string }
  | { type: 'resume'; opinion?: string }
  | { type: 'change_committee'; committeeId: number; route: RouteStep[]; reason: string }
  | { type: 'enter_evaluation'; meetingId: number }
  | { type: 'leave_evaluation'; reason: string }
  | { type: 'report'; outcome: 'passed' | 'not_passed'; tally: Tally | null; remark: string }
  | { type: 'recall_report'; reason: string }
  | { type: 'open_publicity'; publicityId: number; startsOn: string; endsOn: string }
  | { type: 'refuse_result'; reason: string }
  /** initial titles and recognitions, which no committee reviews (HU-52) */
  | { type: 'confirm'; opinion: string }
  | { type: 'object'; reason: string }
  | { type: 'resolve_objection'; outcome: 'passed' | 'not_passed'; reason: string }
  | { type: 'close_publicity'; today: string }
  | { type: 'file'; filingId: number; number: string; date: string }
  | { type: 'number'; certificateNumber: string }
  | { type: 'document'; documentId: number; documentNumber: string }
  /** `replaces`: the certificate in whose place the new one comes, after a misprint or a revocation */
  | { type: 'certify'; certificateId: number; replaces?: number }
  | { type: 'revoke'; reason: string }
  | { type: 'rollback'; reason: string }
  | { type: 'expire' }
  | { type: 'extend'; dueOn: string; reason: string }

export type CommandType = Command['type']

/** One step of the way an application takes through the bodies; resolved when it is submitted. */
export interface RouteStep {
  organizationId: number
  organizationName: string
  role: string
  task: 'unit_publicity' | 'recommend' | 'review' | 'qualify'
  label: string
}

/** A field or file a reviewer asks to correct (R19); empty list = everything opens. */
export interface CorrectionItem {
  section: string
  field?: string
  recordKey?: string
  /** the place in words, for the log */
  place?: string
  reason: string
}

/** Whole numbers; yes + no + abstain = cast. */
export interface Tally {
  roll: number
  cast: number
  yes: number
  no: number
  abstain: number
}
