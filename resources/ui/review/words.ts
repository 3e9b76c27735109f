/** Steps of the way and what was done there, in the words of the manuals. */
export const TASKS: Record<string, string> = {
  unit_publicity: '单位公示',
  recommend: '推荐上报',
  review: '审核',
  qualify: '资格复核',
}

export const DECISIONS: Record<string, string> = {
  approve: '通过',
  return: '退回',
  hold: '待定',
  resume: '恢复',
  record_unit_publicity: '已登记公示',
  withdraw: '申报人撤回',
  give_up: '申报人放弃',
  change_committee: '转换评委会',
}
