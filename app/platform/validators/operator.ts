import vine, { chinese } from '#web/vine'

const login = vine.string().trim().minLength(2).maxLength(64)
const password = vine.string().minLength(1).maxLength(64)

export const operatorSignInValidator = vine.create(vine.object({ login, password }))
operatorSignInValidator.messagesProvider = chinese({})

export const operatorActivationValidator = vine.create(
  vine.object({
    login: login.clone(),
    secret: vine.string().trim().minLength(6).maxLength(30),
    password: password.clone().confirmed({ confirmationField: 'confirmation' }),
  })
)
operatorActivationValidator.messagesProvider = chinese({ secret: '激活码' })

/** Six digits of the device, or one of the codes kept on paper. */
export const operatorCodeValidator = vine.create(
  vine.object({
    code: vine
      .string()
      .trim()
      .regex(/^(\d{3} ?\d{3}|[0-9A-Za-z]{5}-?[0-9A-Za-z]{5})$/),
  })
)
operatorCodeValidator.messagesProvider = chinese({ code: '口令' })

export const provinceValidator = vine.create(
  vine.object({
    slug: vine
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{1,18}$/),
    name: vine.string().trim().minLength(2).maxLength(60),
    province: vine.string().trim().maxLength(40),
    host: vine
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
      .nullable()
      .optional(),
    adminLogin: login.clone(),
    adminName: vine.string().trim().minLength(2).maxLength(40),
  })
)
provinceValidator.messagesProvider = chinese({
  slug: '标识',
  name: '名称',
  province: '省级插件',
  host: '域名',
  adminLogin: '管理员登录名',
  adminName: '管理员姓名',
})

export const suspensionValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(2).maxLength(300) })
)
suspensionValidator.messagesProvider = chinese({ reason: '原因' })

export const administratorValidator = vine.create(
  vine.object({
    duty: vine.enum(['system', 'security', 'audit'] as const),
    login: login.clone(),
    name: vine.string().trim().minLength(2).maxLength(40),
  })
)
administratorValidator.messagesProvider = chinese({
  duty: '职责',
  login: '登录名',
  name: '姓名',
})
