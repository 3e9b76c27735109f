import { Tag } from 'antd'
import { useSay } from './words'

const STAGES: Record<string, [string, string]> = {
  draft: ['草稿', 'default'],
  in_approval: ['审核中', 'processing'],
  returned: ['已退回，待修改', 'warning'],
  on_hold: ['审核待定', 'warning'],
  qualified: ['资格审核通过', 'success'],
  in_evaluation: ['评审中', 'processing'],
  reported: ['结果已上报', 'processing'],
  in_publicity: ['公示中', 'processing'],
  objection: ['异议处理中', 'warning'],
  passed: ['评审通过', 'success'],
  not_passed: ['评审未通过', 'default'],
  filed: ['已备案', 'success'],
  numbered: ['已编号', 'success'],
  documented: ['已发文', 'success'],
  certified: ['已生成证书', 'success'],
  withdrawn: ['已撤回', 'default'],
  discarded: ['已废弃', 'default'],
  given_up: ['已放弃', 'default'],
  revoked: ['证书已撤销', 'error'],
}

export const stageLabel = (stage: string) => STAGES[stage]?.[0] ?? stage

/** Where an application stands, in a word. */
export function StageTag({ stage }: { stage: string }) {
  const say = useSay()
  const [label, color] = STAGES[stage] ?? [stage, 'default']
  return (
    <Tag color={color} variant="filled">
      {say(label)}
    </Tag>
  )
}
