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

/** Where an application stands, within a sentence. */
export const STAGE_WORDS: Record<Stage, string> = {
  draft: '尚未提交',
  in_approval: '正在审核',
  returned: '已退回申报人',
  on_hold: '审核待定',
  qualified: '已通过资格审核',
  in_evaluation: '正在评审',
  reported: '评审结果已上报',
  in_publicity: '正在公示',
  objection: '在异议库',
  passed: '评审已通过',
  not_passed: '评审未通过',
  filed: '已备案',
  numbered: '已编号',
  documented: '已发文',
  certified: '已生成证书',
  withdrawn: '已撤回',
  discarded: '已废弃',
  given_up: '已放弃',
  revoked: '已撤销',
}
