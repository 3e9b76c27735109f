import vine, { chinese } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const text = vine.string().trim().minLength(1).maxLength(1000)
const choice = vine.enum(['yes', 'no', 'abstain'] as const)
const labels = {
  caseIds: '参评人员',
  caseId: '参评人员',
  leadId: '主审专家',
  secondId: '副审专家',
  memberId: '专家',
  memberIds: '评委',
  groupId: '分组',
  text: '内容',
  choice: '投票',
  votes: '投票',
  opinion: '意见',
  outcome: '是否通过',
  agree: '确认结果',
  reason: '原因',
  remark: '评委会评议',
  refusal: '未通过人员评议',
}

function act<T extends Record<string, any>>(properties: T) {
  const validator = vine.create(vine.object(properties))
  validator.messagesProvider = chinese(labels)
  return validator
}

/** What each primitive takes. */
export const assignValidator = act({
  caseIds: vine.array(id.clone()).minLength(1).maxLength(2000).optional(),
  all: vine.boolean().optional(),
  leadId: id.clone(),
  secondId: id.clone().nullable().optional(),
})
export const leaderValidator = act({ groupId: id.clone(), memberId: id.clone() })
export const questionsValidator = act({
  caseId: id.clone(),
  text: vine.string().trim().minLength(1).maxLength(4000),
})
export const scoreValidator = act({
  caseId: id.clone(),
  items: vine.record(vine.number()),
  remark: vine.string().trim().maxLength(1000).nullable().optional(),
})
export const confirmValidator = act({
  caseIds: vine.array(id.clone()).minLength(1).maxLength(2000).optional(),
  all: vine.boolean().optional(),
  agree: vine.boolean(),
  reason: vine.string().trim().maxLength(1000).nullable().optional(),
})
export const opinionValidator = act({
  caseId: id.clone(),
  text: text.clone(),
  decision: vine
    .enum(['passed', 'not_passed'] as const)
    .nullable()
    .optional(),
})
export const adviceValidator = act({
  caseId: id.clone(),
  choice: choice.clone(),
  opinion: vine.string().trim().maxLength(1000).nullable().optional(),
})
export const papersValidator = act({
  votes: vine
    .array(vine.object({ caseId: id.clone(), choice: choice.clone() }))
    .minLength(1)
    .maxLength(2000)
    .optional(),
  all: choice.clone().optional(),
})
export const deliberateValidator = act({
  caseId: id.clone(),
  outcome: vine.enum(['passed', 'not_passed'] as const),
  opinion: text.clone(),
})
export const rollValidator = act({ memberIds: vine.array(id.clone()).minLength(1) })
export const reportValidator = act({
  remarks: vine.record(vine.string().maxLength(1000)),
  remark: vine.string().trim().maxLength(1000).nullable().optional(),
  refusal: vine.string().trim().maxLength(1000).nullable().optional(),
})
