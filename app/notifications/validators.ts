import vine, { chinese } from '#web/vine'

export const emailValidator = vine.create(
  vine.object({ email: vine.string().trim().email().maxLength(120).nullable().optional() })
)
emailValidator.messagesProvider = chinese({ email: '电子邮箱' })
