import vine, { chinese, dayRule } from '#web/vine'

export const extensionValidator = vine.create(
  vine.object({
    dueOn: vine.string().use(dayRule()),
    reason: vine.string().trim().minLength(1).maxLength(300),
    version: vine.number().positive().withoutDecimals(),
  })
)
extensionValidator.messagesProvider = chinese({ dueOn: '新的补正期限' })
