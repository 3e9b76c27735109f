import { SCOPES } from '#interfaces/resources'
import vine, { chinese } from '#web/vine'

export const tokenValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(2).maxLength(80),
    scopes: vine
      .array(vine.enum(Object.keys(SCOPES)))
      .minLength(1)
      .distinct(),
    days: vine.number().min(1).max(366).withoutDecimals(),
  })
)
tokenValidator.messagesProvider = chinese({ name: '用途', scopes: '权限', days: '有效天数' })
