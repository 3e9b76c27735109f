import vine, { chinese } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const reason = vine.string().trim().minLength(2).maxLength(300)

export const openValidator = vine.create(
  vine.object({
    applicationIds: vine.array(id.clone()).minLength(1).optional(),
    contact: vine.string().trim().maxLength(200).nullable().optional(),
  })
)
openValidator.messagesProvider = chinese({ applicationIds: '人员', contact: '联系方式' })

export const objectionValidator = vine.create(vine.object({ reason: reason.clone() }))
objectionValidator.messagesProvider = chinese({ reason: '异议情况' })

export const resolveValidator = vine.create(
  vine.object({ outcome: vine.enum(['passed', 'not_passed'] as const), reason: reason.clone() })
)
resolveValidator.messagesProvider = chinese({ outcome: '处理结果', reason: '处理意见' })
