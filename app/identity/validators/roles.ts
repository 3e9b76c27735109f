import app from '@adonisjs/core/services/app'
import vine, { chinese } from '#web/vine'

const label = vine.string().trim().minLength(2).maxLength(60)
const abilities = vine.array(vine.string().maxLength(60)).maxLength(200).distinct()
const version = vine.number().min(0).withoutDecimals()

export const roleValidator = vine.create(
  vine.object({ label: label.clone(), abilities: abilities.clone(), version: version.clone() })
)
export const newRoleValidator = vine.create(
  vine.object({
    id: vine
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9_]{1,39}$/),
    label: label.clone(),
    kind: vine.enum(['staff', 'committee', 'tenant_admin']),
    abilities: abilities.clone(),
  })
)
for (const validator of [roleValidator, newRoleValidator])
  validator.messagesProvider = chinese({
    id: '岗位标识',
    label: '岗位名称',
    kind: '账号类型',
    abilities: '权限',
  })

export const policyValidator = vine.create(
  vine.object({
    secondFactorRoles: vine.array(vine.string().maxLength(40)).maxLength(100),
    secondFactorChairs: vine.boolean().optional(),
    secondFactorIssuers: vine.boolean().optional(),
    lockAfter: vine.number().min(3).max(10).withoutDecimals().optional(),
    lockMinutes: vine.number().min(5).max(1440).withoutDecimals().optional(),
    passwordDays: vine.number().min(0).max(730).withoutDecimals().optional(),
    sessionHours: vine.number().min(1).max(24).withoutDecimals().optional(),
    version: version.clone(),
  })
)
policyValidator.messagesProvider = chinese({
  secondFactorRoles: '须用动态口令的岗位',
  lockAfter: '输错次数',
  lockMinutes: '锁定时长',
  passwordDays: '密码有效天数',
  sessionHours: '登录最长时间',
})

export const providerValidator = vine.create(
  vine.object({
    enabled: vine.boolean(),
    label: vine.string().trim().minLength(2).maxLength(20),
    issuer: vine
      .string()
      .trim()
      .maxLength(190)
      .regex(app.inTest ? /^https?:\/\// : /^https:\/\//),
    clientId: vine.string().trim().minLength(1).maxLength(120),
    claim: vine
      .string()
      .trim()
      .regex(/^[\w.:/-]{1,80}$/),
    secret: vine.string().maxLength(300).nullable().optional(),
    version: version.clone(),
  })
)
providerValidator.messagesProvider = chinese({
  label: '按钮名称',
  issuer: '认证服务地址',
  clientId: '客户端标识',
  claim: '登录名字段',
  secret: '客户端密钥',
})

export const staffRolesValidator = vine.create(
  vine.object({ roles: vine.array(vine.string().maxLength(40)).maxLength(20).distinct() })
)
staffRolesValidator.messagesProvider = chinese({ roles: '岗位' })

export const adminValidator = vine.create(
  vine.object({
    login: vine.string().trim().minLength(2).maxLength(64),
    name: vine.string().trim().minLength(2).maxLength(40),
  })
)
adminValidator.messagesProvider = chinese({ name: '姓名' })
