import vine, { chinese } from '#web/vine'

export const rollbackValidator = vine.create(
  vine.object({
    reason: vine.string().trim().minLength(2).maxLength(500),
    version: vine.number().positive().withoutDecimals(),
  })
)
rollbackValidator.messagesProvider = chinese({ reason: '回退原因' })
