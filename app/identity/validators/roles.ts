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
    version: version.clone(),
  })
)
policyValidator.messagesProvider = chinese({ secondFactorRoles: '须用动态口令的岗位' })

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
