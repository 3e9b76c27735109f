import type { Command, CorrectionItem, RouteStep, Tally } from '#lifecycle/commands'
import { STAGE_WORDS, type Stage } from '#lifecycle/stages'
import { transitionOf } from '#lifecycle/transitions'
import type { Ruleset } from '#province/ruleset'

/** The facts of an application that decisions go by; the columns of its row that a command may change. */
export interface Facts {
  stage: Stage
  route: RouteStep[]
  routeStep: number
  holderOrganizationId: number | null
  correction: CorrectionItem[] | null
  dueOn: string | null
  committeeId: number | null
  meetingId: number | null
  outcome: 'passed' | 'not_passed' | null
  tally: Tally | null
  publicityId: number | null
  publicityEndsOn: string | null
  filingId: number | null
  documentId: number | null
  certificateNumber: string | null
  certificateId: number | null
  submittedAt: string | null
}

export interface Snapshot extends Facts {
  id: number
  accountId: number
  /** a body has acted since the submission: no withdrawal any more (HB-42) */
  reviewedSinceSubmission: boolean
  /** last recorded publicity inside the unit, for the step after it */
  unitPublicityEndsOn: string | null
}

/** Who must act next: a role in a body, or an account. */
export interface WorkItem {
  task: string
  organizationId: number | null
  role: string | null
  accountId: number | null
  dueOn: string | null
}

export type Decision =
  | {
      ok: true
      changes: Partial<Facts>
      payload: Record<string, unknown>
      open: WorkItem | null
      held: boolean
    }
  | { ok: false; code: string; message: string }

export interface DecideContext {
  rules: Pick<Ruleset, 'approvals' | 'results' | 'documents'>
  /** calendar day, `YYYY-MM-DD` */
  today: string
  /** moment, UTC, `yyyy-MM-dd HH:mm:ss.SSS` */
  at: string
}

type CommandOf<Type> = Extract<Command, { type: Type }>

const no = (code: string, message: string): Decision => ({ ok: false, code, message })

/** Pure: what a command does to an application, or why it may not. */
export function decide(now: Snapshot, command: Command, ctx: DecideContext): Decision {
  const transition = transitionOf(command.type)
  if (!transition) return no('command', '没有这项操作。')
  if (!transition.from.includes(now.stage))
    return no(
      'stage',
      `该申报${STAGE_WORDS[now.stage]}，不能${transition.label}；可能已有人先处理，请刷新查看。`
    )
  switch (command.type) {
    case 'submit':
      return submit(now, command, ctx)
    case 'withdraw':
      return now.reviewedSinceSubmission
        ? no('reviewed', '单位已开始审核，不能撤回；如需修改，请联系审核单位退回。')
        : yes({ stage: 'withdrawn', holderOrganizationId: null })
    case 'discard':
      return yes({ stage: 'discarded', holderOrganizationId: null, dueOn: null })
    case 'take_up':
      return yes({ stage: 'draft', submittedAt: null })
    case 'give_up':
      return yes(
        { stage: 'given_up', holderOrganizationId: null, dueOn: null },
        { reason: command.reason }
      )
    case 'expire':
      return now.dueOn && ctx.today > now.dueOn
        ? yes({ stage: 'given_up', dueOn: null }, { dueOn: now.dueOn })
        : no('due', `补正期限为 ${now.dueOn ?? '未定'}，尚未过期。`)
    case 'extend':
      return extend(now, command, ctx)
    case 'record_unit_publicity':
      return recordUnitPublicity(now, command)
    case 'approve':
      return approve(now, command, ctx)
    case 'return':
      return sendBack(now, command, ctx)
    case 'hold':
      return ctx.rules.approvals.hold
        ? keep(now, { stage: 'on_hold' }, { opinion: command.opinion }, true)
        : no('hold', '本省规则不允许审核待定。')
    case 'resume':
      return keep(now, { stage: 'in_approval' }, { opinion: command.opinion ?? '' })
    case 'change_committee':
      return changeCommittee(now, command)
    case 'enter_evaluation':
      return yes({ stage: 'in_evaluation', meetingId: command.meetingId })
    case 'leave_evaluation':
      return yes({ stage: 'qualified', meetingId: null }, { reason: command.reason })
    case 'report':
      return yes(
        { stage: 'reported', outcome: command.outcome, tally: command.tally },
        { outcome: command.outcome, remark: command.remark }
      )
    case 'recall_report':
      return yes({ stage: 'in_evaluation', outcome: null, tally: null }, { reason: command.reason })
    case 'open_publicity':
      return now.outcome === 'passed'
        ? yes(
            {
              stage: 'in_publicity',
              publicityId: command.publicityId,
              publicityEndsOn: command.endsOn,
            },
            { startsOn: command.startsOn, endsOn: command.endsOn }
          )
        : no('outcome', '评审未通过的人员不能公示。')
    case 'refuse_result':
      return now.outcome === 'not_passed'
        ? yes({ stage: 'not_passed' }, { reason: command.reason })
        : no('outcome', '评审通过的人员应先公示。')
    case 'confirm':
      return now.committeeId === null
        ? yes({ stage: 'passed', outcome: 'passed' }, { opinion: command.opinion })
        : no('committee', '该申报须经评委会评审，不能直接确认。')
    case 'object':
      return yes({ stage: 'objection' }, { reason: command.reason })
    case 'resolve_objection':
      return yes(
        {
          stage: command.outcome === 'passed' ? stageAfterObjection(now, ctx) : 'not_passed',
          outcome: command.outcome,
        },
        { reason: command.reason }
      )
    case 'close_publicity':
      return closePublicity(now, ctx)
    case 'file':
      return yes(
        { stage: 'filed', filingId: command.filingId },
        { number: command.number, date: command.date }
      )
    case 'number':
      // what no committee reviewed is not filed either
      return ctx.rules.results.filing.required && now.stage === 'passed' && now.meetingId !== null
        ? no('filing', '评审结果尚未备案，不能生成证书编号。')
        : yes(
            { stage: 'numbered', certificateNumber: command.certificateNumber },
            { number: command.certificateNumber }
          )
    case 'document':
      return yes(
        { stage: 'documented', documentId: command.documentId },
        { number: command.documentNumber }
      )
    case 'certify':
      return certify(now, command, ctx)
    case 'revoke':
      return yes({ stage: 'revoked' }, { reason: command.reason })
    case 'rollback':
      return no('command', '没有这项操作。')
  }
}

/** A change after which nobody has to act on the path. */
const yes = (changes: Partial<Facts>, payload: Record<string, unknown> = {}): Decision => ({
  ok: true,
  changes,
  payload,
  open: null,
  held: false,
})

/** A change after which the body of the present step still has to act. */
const keep = (
  now: Snapshot,
  changes: Partial<Facts>,
  payload: Record<string, unknown>,
  held = false
): Decision => ({ ok: true, changes, payload, open: atStep(now.route, now.routeStep), held })

const atStep = (route: RouteStep[], step: number): WorkItem => ({
  task: route[step].task,
  organizationId: route[step].organizationId,
  role: route[step].role,
  accountId: null,
  dueOn: null,
})

function submit(now: Snapshot, command: CommandOf<'submit'>, ctx: DecideContext): Decision {
  if (command.route.length === 0) return no('route', '没有可走的审核路径，请联系所在单位。')
  if (now.stage === 'returned' && now.dueOn && ctx.today > now.dueOn)
    return no('late', `补正期限为 ${now.dueOn}，已经过期。`)
  return {
    ok: true,
    changes: {
      stage: 'in_approval',
      route: command.route,
      routeStep: 0,
      holderOrganizationId: command.route[0].organizationId,
      correction: null,
      dueOn: null,
      submittedAt: ctx.at,
    },
    payload: { pledgeVersion: command.pledgeVersion },
    open: atStep(command.route, 0),
    held: false,
  }
}

/** More time for a correction; the open fields stay as they are. */
function extend(now: Snapshot, command: CommandOf<'extend'>, ctx: DecideContext): Decision {
  if (command.dueOn < ctx.today || (now.dueOn && command.dueOn <= now.dueOn))
    return no('due', `新的补正期限应晚于 ${now.dueOn ?? ctx.today}。`)
  return {
    ok: true,
    changes: { dueOn: command.dueOn },
    payload: { dueOn: command.dueOn, reason: command.reason },
    open: correctBy(now, command.dueOn),
    held: false,
  }
}

function recordUnitPublicity(now: Snapshot, command: CommandOf<'record_unit_publicity'>): Decision {
  if (now.route[now.routeStep].task !== 'unit_publicity')
    return no('task', '该申报现在不在单位公示环节。')
  const { startsOn, endsOn, place, outcome } = command
  return forward(now, { startsOn, endsOn, place, outcome, task: 'unit_publicity' })
}

function approve(now: Snapshot, command: CommandOf<'approve'>, ctx: DecideContext): Decision {
  const { task } = now.route[now.routeStep]
  if (task === 'unit_publicity') return no('publicity', '请先登记单位公示情况。')
  if (task === 'recommend' && now.unitPublicityEndsOn && ctx.today <= now.unitPublicityEndsOn)
    return no('publicity', `单位公示到 ${now.unitPublicityEndsOn} 结束，次日起方可推荐上报。`)
  return forward(now, {
    opinion: command.opinion,
    task,
    ...(command.fields && { fields: command.fields }),
  })
}

function forward(now: Snapshot, payload: Record<string, unknown>): Decision {
  const next = now.routeStep + 1
  if (next >= now.route.length)
    return {
      ok: true,
      changes: {
        stage: 'qualified',
        holderOrganizationId: null,
        routeStep: next,
        correction: null,
      },
      payload,
      open: null,
      held: false,
    }
  return {
    ok: true,
    changes: {
      stage: 'in_approval',
      routeStep: next,
      holderOrganizationId: now.route[next].organizationId,
    },
    payload,
    open: atStep(now.route, next),
    held: false,
  }
}

/** One level down or straight to the applicant, as the province rules (HU-53, HB-15). */
function sendBack(now: Snapshot, command: CommandOf<'return'>, ctx: DecideContext): Decision {
  const payload = {
    opinion: command.opinion,
    dueOn: command.dueOn,
    task: now.route[now.routeStep].task,
    ...(command.items && command.items.length > 0 && { items: command.items }),
  }
  const lower = lowerStep(now)
  if (ctx.rules.approvals.returnPolicy === 'one_level' && lower !== null)
    return {
      ok: true,
      changes: {
        stage: 'in_approval',
        routeStep: lower,
        holderOrganizationId: now.route[lower].organizationId,
      },
      payload,
      open: atStep(now.route, lower),
      held: false,
    }
  return {
    ok: true,
    changes: {
      stage: 'returned',
      holderOrganizationId: null,
      correction: command.items ?? [],
      dueOn: command.dueOn,
    },
    payload,
    open: correctBy(now, command.dueOn),
    held: false,
  }
}

const correctBy = (now: Snapshot, dueOn: string): WorkItem => ({
  task: 'correct',
  organizationId: null,
  role: null,
  accountId: now.accountId,
  dueOn,
})

/** The last step of the body below the present one; null when the present body is the first. */
function lowerStep({ route, routeStep }: Snapshot): number | null {
  for (let step = routeStep - 1; step >= 0; step--)
    if (route[step].organizationId !== route[routeStep].organizationId) return step
  return null
}

function changeCommittee(now: Snapshot, command: CommandOf<'change_committee'>): Decision {
  const payload = { committeeId: command.committeeId, reason: command.reason }
  if (now.stage === 'qualified') return yes({ committeeId: command.committeeId }, payload)
  // what was reviewed stays: the steps already done are kept, the rest follows the new committee (HU-77)
  const route = [...now.route.slice(0, now.routeStep), ...command.route]
  if (route.length <= now.routeStep) return no('route', '新评委会没有可走的审核路径。')
  return {
    ok: true,
    changes: {
      committeeId: command.committeeId,
      route,
      holderOrganizationId: route[now.routeStep].organizationId,
    },
    payload,
    open: atStep(route, now.routeStep),
    held: now.stage === 'on_hold',
  }
}

function closePublicity(now: Snapshot, ctx: DecideContext): Decision {
  if (!now.publicityEndsOn || ctx.today <= now.publicityEndsOn)
    return no('publicity', `公示到 ${now.publicityEndsOn} 结束，次日起方可转入结果库。`)
  return yes({ stage: 'passed', outcome: 'passed' })
}

/** Who is cleared is public as long as the others; who was not yet public becomes so (R35). */
function stageAfterObjection({ publicityEndsOn }: Snapshot, { today }: DecideContext): Stage {
  if (!publicityEndsOn) return 'reported'
  return today <= publicityEndsOn ? 'in_publicity' : 'passed'
}

/** Once for each application; again only in the place of the certificate it has (HU-65). */
function certify(now: Snapshot, command: CommandOf<'certify'>, { rules }: DecideContext): Decision {
  const again = now.stage === 'certified' || now.stage === 'revoked'
  if (again && command.replaces !== now.certificateId)
    return no('certified', '该申报已生成证书，不能重复生成。')
  return rules.documents.required && now.stage === 'numbered'
    ? no('document', '职称文件尚未审查通过，不能生成电子证书。')
    : yes({ stage: 'certified', certificateId: command.certificateId })
}
