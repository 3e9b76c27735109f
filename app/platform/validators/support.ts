import vine, { chinese } from '#web/vine'

export const supportRequestValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(4).maxLength(300) })
)
supportRequestValidator.messagesProvider = chinese({ reason: '申请事由' })

export const supportAnswerValidator = vine.create(
  vine.object({
    grant: vine.boolean(),
    hours: vine.number().min(1).max(72).withoutDecimals().optional(),
  })
)
supportAnswerValidator.messagesProvider = chinese({ grant: '答复', hours: '小时数' })

export const caseCodeValidator = vine.create(
  vine.object({ code: vine.string().trim().minLength(4).maxLength(40) })
)
caseCodeValidator.messagesProvider = chinese({ code: '申报编号' })

export const quotaValidator = vine.create(
  vine.object({ megabytes: vine.number().min(1).max(10_000_000).withoutDecimals().nullable() })
)
quotaValidator.messagesProvider = chinese({ megabytes: '存储配额' })

export const backupFileValidator = vine.create(
  vine.object({ file: vine.string().trim().maxLength(80) })
)
backupFileValidator.messagesProvider = chinese({ file: '备份' })

export const restoreValidator = vine.create(
  vine.object({
    file: vine.string().trim().maxLength(80),
    slug: vine.string().trim().maxLength(40),
  })
)
restoreValidator.messagesProvider = chinese({ file: '备份', slug: '租户标识' })

export const deletionValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(4).maxLength(300) })
)
deletionValidator.messagesProvider = chinese({ reason: '删除原因' })

export const deletionConfirmValidator = vine.create(
  vine.object({ slug: vine.string().trim().maxLength(40) })
)
deletionConfirmValidator.messagesProvider = chinese({ slug: '租户标识' })
