/** What an applicant is told of beside the message in the product; events as the lifecycle names them. */
export const MESSAGE_EVENTS = {
  return: '退回补正',
  approve: '通过资格审核',
  give_up: '登记为放弃',
  expire: '逾期视为放弃',
  extend: '延长补正期限',
  change_committee: '转换评委会',
  open_publicity: '开始公示',
  refuse_result: '评审未通过',
  object: '公示收到反映',
  resolve_objection: '异议核查结束',
  close_publicity: '公示期满通过',
  confirm: '确认任职资格',
  certify: '证书生成',
  revoke: '证书撤销',
  rollback: '申报回退',
  interview: '面试答辩通知',
} as const
export type MessageEvent = keyof typeof MESSAGE_EVENTS

export const MESSAGE_CHANNELS = { email: '电子邮件', sms: '短信' } as const
export type MessageChannel = keyof typeof MESSAGE_CHANNELS

export interface MessageRule {
  event: MessageEvent
  channels: MessageChannel[]
}

/** Where something has to be done or a right begins or ends, an applicant who never signs in has to hear of it. */
export const DEFAULT_MESSAGES: MessageRule[] = [
  { event: 'return', channels: ['sms', 'email'] },
  { event: 'expire', channels: ['sms', 'email'] },
  { event: 'interview', channels: ['sms', 'email'] },
  { event: 'certify', channels: ['sms', 'email'] },
  { event: 'revoke', channels: ['sms', 'email'] },
]
