import type { CommandType } from '#lifecycle/commands'
import { AT_OFFICES, type Stage } from '#lifecycle/stages'

export interface Transition {
  command: CommandType
  from: readonly Stage[]
  /** stages it can lead to; which of them is decided by the case */
  to: readonly Stage[]
  /** who carries it out, for people */
  by: string
  label: string
  /** whether a rollback of this case alone may undo it (HU-71); what a meeting did is undone in the meeting */
  reversible: boolean
  /** the applicant gets a message */
  announced?: true
}

const AFTER_PASSING: readonly Stage[] = ['passed', 'filed']

/** The whole life of an application (design §5). The diagram in docs/lifecycle.md is made from this table. */
export const TRANSITIONS: readonly Transition[] = [
  {
    command: 'submit',
    from: ['draft', 'returned', 'withdrawn'],
    to: ['in_approval'],
    by: '申报人',
    label: '提交',
    reversible: false,
  },
  {
    command: 'withdraw',
    from: ['in_approval'],
    to: ['withdrawn'],
    by: '申报人',
    label: '撤回',
    reversible: false,
  },
  {
    command: 'discard',
    from: ['draft', 'returned', 'withdrawn'],
    to: ['discarded'],
    by: '申报人',
    label: '废弃',
    reversible: false,
  },
  {
    command: 'take_up',
    from: ['discarded'],
    to: ['draft'],
    by: '申报人',
    label: '恢复填写',
    reversible: false,
  },
  {
    command: 'give_up',
    from: ['in_approval', 'returned', 'qualified'],
    to: ['given_up'],
    by: '申报人',
    label: '放弃',
    reversible: true,
    announced: true,
  },
  {
    command: 'expire',
    from: ['returned'],
    to: ['given_up'],
    by: '系统',
    label: '逾期未补正',
    reversible: true,
    announced: true,
  },
  {
    command: 'extend',
    from: ['returned'],
    to: ['returned'],
    by: '管理员',
    label: '延长补正期限',
    reversible: true,
    announced: true,
  },
  {
    command: 'record_unit_publicity',
    from: ['in_approval'],
    to: ['in_approval'],
    by: '所在单位',
    label: '单位公示',
    reversible: true,
  },
  {
    command: 'approve',
    from: AT_OFFICES,
    to: ['in_approval', 'qualified'],
    by: '审核机构',
    label: '审核通过',
    reversible: true,
    announced: true,
  },
  {
    command: 'return',
    from: AT_OFFICES,
    to: ['returned', 'in_approval'],
    by: '审核机构',
    label: '退回',
    reversible: true,
    announced: true,
  },
  {
    command: 'hold',
    from: ['in_approval'],
    to: ['on_hold'],
    by: '审核机构',
    label: '审核待定',
    reversible: true,
  },
  {
    command: 'resume',
    from: ['on_hold'],
    to: ['in_approval'],
    by: '审核机构',
    label: '恢复审核',
    reversible: true,
  },
  {
    command: 'change_committee',
    from: ['in_approval', 'on_hold', 'qualified'],
    to: ['in_approval', 'on_hold', 'qualified'],
    by: '管理员',
    label: '转换评委会',
    reversible: true,
    announced: true,
  },
  {
    command: 'enter_evaluation',
    from: ['qualified'],
    to: ['in_evaluation'],
    by: '评委会',
    label: '进入评审',
    reversible: false,
  },
  {
    command: 'leave_evaluation',
    from: ['in_evaluation'],
    to: ['qualified'],
    by: '评委会',
    label: '退出评审',
    reversible: false,
  },
  {
    command: 'report',
    from: ['in_evaluation'],
    to: ['reported'],
    by: '评委会',
    label: '上报评审结果',
    reversible: false,
  },
  {
    command: 'recall_report',
    from: ['reported'],
    to: ['in_evaluation'],
    by: '评委会',
    label: '撤回上报的评审结果',
    reversible: false,
  },
  {
    command: 'open_publicity',
    from: ['reported'],
    to: ['in_publicity'],
    by: '公示机构',
    label: '公示',
    reversible: true,
    announced: true,
  },
  {
    command: 'refuse_result',
    from: ['reported'],
    to: ['not_passed'],
    by: '公示机构',
    label: '评审未通过',
    reversible: true,
    announced: true,
  },
  {
    command: 'confirm',
    from: ['qualified'],
    to: ['passed'],
    by: '受理机构',
    label: '确认任职资格',
    reversible: true,
    announced: true,
  },
  {
    command: 'object',
    from: ['reported', 'in_publicity'],
    to: ['objection'],
    by: '公示机构',
    label: '转入异议库',
    reversible: true,
    announced: true,
  },
  {
    command: 'resolve_objection',
    from: ['objection'],
    to: ['reported', 'in_publicity', 'passed', 'not_passed'],
    by: '公示机构',
    label: '异议处理',
    reversible: true,
    announced: true,
  },
  {
    command: 'close_publicity',
    from: ['in_publicity'],
    to: ['passed'],
    by: '公示机构',
    label: '公示结束',
    reversible: true,
    announced: true,
  },
  {
    command: 'file',
    from: ['passed'],
    to: ['filed'],
    by: '备案机构',
    label: '备案',
    reversible: true,
  },
  {
    command: 'number',
    from: AFTER_PASSING,
    to: ['numbered'],
    by: '发证机构',
    label: '生成证书编号',
    reversible: false,
  },
  {
    command: 'document',
    from: ['numbered'],
    to: ['documented'],
    by: '职改办',
    label: '发文',
    reversible: false,
  },
  {
    command: 'certify',
    from: ['numbered', 'documented', 'certified', 'revoked'],
    to: ['certified'],
    by: '发证机构',
    label: '生成电子证书',
    reversible: false,
    announced: true,
  },
  {
    command: 'revoke',
    from: ['certified'],
    to: ['revoked'],
    by: '发证机构',
    label: '撤销',
    reversible: false,
    announced: true,
  },
]

const byCommand = new Map(TRANSITIONS.map((transition) => [transition.command, transition]))

export const transitionOf = (command: CommandType) => byCommand.get(command)

/** `stateDiagram-v2` in Mermaid's language. */
export function mermaid(): string {
  const arrows = TRANSITIONS.flatMap(({ from, to, label, command }) =>
    from.flatMap((a) =>
      to
        .filter((b) => command !== 'change_committee' || a === b)
        .map((b) => `  ${a} --> ${b}: ${label}`)
    )
  )
  return ['stateDiagram-v2', '  [*] --> draft', ...arrows].join('\n')
}
