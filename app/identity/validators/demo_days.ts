import vine, { chinese } from '#web/vine'

export const demoDaysValidator = vine.create(vine.object({ days: vine.number().in([1, 7]) }))
demoDaysValidator.messagesProvider = chinese({ days: '天数' })
