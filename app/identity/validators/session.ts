import vine, { chinese } from '#web/vine'

const login = vine.string().trim().minLength(2).maxLength(64)
const password = vine.string().minLength(1).maxLength(64)

export const signInValidator = vine.create(
  vine.object({
    login,
    password,
    captcha: vine.string().maxLength(4000).optional(),
    to: vine.string().maxLength(300).optional(),
  })
)
signInValidator.messagesProvider = chinese({})

export const activateValidator = vine.create(
  vine.object({
    login,
    secret: vine.string().trim().minLength(6).maxLength(30),
    password: password.clone().confirmed({ confirmationField: 'confirmation' }),
  })
)
activateValidator.messagesProvider = chinese({ secret: '激活码' })

export const passwordValidator = vine.create(
  vine.object({
    current: password,
    password: password.clone().confirmed({ confirmationField: 'confirmation' }),
  })
)
passwordValidator.messagesProvider = chinese({ current: '当前密码', password: '新密码' })

export const codeValidator = vine.create(
  vine.object({
    code: vine
      .string()
      .trim()
      .regex(/^\d{3} ?\d{3}$/),
  })
)
codeValidator.messagesProvider = chinese({ code: '动态口令' })
