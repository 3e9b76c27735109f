import { repeated } from '#province/check_form'
import type { Primitive, ReviewMode, ReviewStage } from '#province/ruleset'

/** Primitives that belong to a whole scope; the others to each case. `confirm` and `assign` may be either. */
const OF_SCOPE: Primitive[] = ['open_voting', 'roll', 'report']
const OF_CASE: Primitive[] = [
  'questions',
  'score',
  'recheck',
  'provisional_vote',
  'vote',
  'deliberate',
  'opinion',
]

/** Whether a review mode can be walked from its first stage to the report: gates, order, who is there to act. */
export function modeFaults(mode: ReviewMode, isAggregate: (name: string) => boolean): string[] {
  const at = `评审模式“${mode.label}”`
  return [
    ...repeated(mode.stages.map(({ id }) => id)).map((id) => `${at}：环节 ${id} 重复`),
    ...mode.stages.flatMap((stage, index) => {
      const before = mode.stages.slice(0, index)
      const after = mode.stages.slice(index + 1)
      return [
        ...gateFaults(stage, before),
        ...actorFaults(stage, before),
        ...shapeFaults(stage, after),
        ...scoreFaults(stage, isAggregate),
      ].map((fault) => `${at}的“${stage.label}”：${fault}`)
    }),
    ...endFaults(mode).map((fault) => `${at}：${fault}`),
  ]
}

const has = (stages: ReviewStage[], primitive: Primitive, scope: ReviewStage['scope']) =>
  stages.some((each) => each.primitive === primitive && each.scope === scope)

function gateFaults({ gates, scope }: ReviewStage, before: ReviewStage[]): string[] {
  const faults = repeated(gates).map((gate) => `条件 ${gate} 重复`)
  if (gates.includes('previous_done') && before.every(({ primitive }) => primitive === 'roll'))
    faults.push('前面没有环节')
  if (gates.includes('switch_open') && !has(before, 'open_voting', scope))
    faults.push('前面没有投票开关')
  if (gates.includes('roll_fixed') && !has(before, 'roll', scope)) faults.push('前面没有确定票源')
  if (gates.includes('group_passed') && !has(before, 'deliberate', 'group'))
    faults.push('前面没有专业组评议')
  if (gates.includes('group_passed') && scope === 'group')
    faults.push('专业组评议只限制大评委会的环节')
  if (gates.includes('criteria_confirmed') && !before.some(({ subject }) => subject === 'criteria'))
    faults.push('前面没有评分标准确认')
  return faults
}

function actorFaults({ who, scoredBy, scope }: ReviewStage, before: ReviewStage[]): string[] {
  const faults: string[] = []
  const assigned = (...subjects: ReviewStage['subject'][]) =>
    before.some(({ primitive, subject }) => primitive === 'assign' && subjects.includes(subject))
  if ((who === 'lead' || scoredBy === 'lead') && !assigned('lead', 'second'))
    faults.push('前面没有分配主审')
  if (who === 'second' && !assigned('second')) faults.push('前面没有分配副审')
  if (who === 'leader' && scope === 'plenary') faults.push('组长只在专业组内办理')
  return faults
}

function shapeFaults(stage: ReviewStage, after: ReviewStage[]): string[] {
  const { primitive, scope, per, subject, ballot } = stage
  const faults: string[] = []
  if (OF_SCOPE.includes(primitive) && per !== 'scope') faults.push('应整组办理')
  if (OF_CASE.includes(primitive) && per !== 'case') faults.push('应逐人办理')
  if (['roll', 'report'].includes(primitive) && scope !== 'plenary') faults.push('应在大评委会办理')
  if (primitive === 'deliberate' && scope !== 'group') faults.push('应在专业组办理')
  if (primitive === 'vote' && !ballot) faults.push('没有说明投票方式')
  if (primitive === 'vote' && !stage.gates.includes('switch_open'))
    faults.push('投票应在投票开关开启之后')
  if (primitive === 'open_voting' && !has(after, 'vote', scope)) faults.push('后面没有投票')
  if (primitive === 'assign' && !['lead', 'second', 'leader'].includes(subject ?? ''))
    faults.push('没有说明分配什么')
  if (primitive === 'confirm' && !['criteria', 'score'].includes(subject ?? ''))
    faults.push('没有说明确认什么')
  if (subject === 'criteria' && per !== 'scope') faults.push('评分标准应整组确认')
  return faults
}

function scoreFaults(stage: ReviewStage, isAggregate: (name: string) => boolean): string[] {
  const { primitive, aggregate, sheet } = stage
  const faults = repeated((sheet ?? []).map(({ id }) => id)).map((id) => `评分项 ${id} 重复`)
  if (primitive === 'score' && !aggregate) faults.push('没有合分策略')
  if (aggregate && !isAggregate(aggregate)) faults.push(`没有策略 ${aggregate}`)
  if (primitive !== 'score' && sheet) faults.push('只有打分环节有评分表')
  return faults
}

function endFaults({ stages }: ReviewMode): string[] {
  const faults: string[] = []
  const reports = stages.filter(({ primitive }) => primitive === 'report')
  if (stages.at(-1)?.primitive !== 'report') faults.push('最后一个环节应为上报')
  if (reports.length > 1) faults.push('只能上报一次')
  if (!has(stages, 'vote', 'plenary')) faults.push('没有评委会投票')
  return faults
}
