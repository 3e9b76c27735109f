import vine, { chinese } from '#web/vine'

const short = (max: number) => vine.string().trim().maxLength(max).nullable().optional()

const about = {
  nature: vine.string().trim().minLength(1).maxLength(40),
  economy: short(40),
  industry: vine.string().trim().minLength(1).maxLength(60),
  organizationCode: short(50),
  contact: short(20),
  phone: short(12),
  fax: short(20),
  email: vine.string().trim().email().maxLength(100).nullable().optional(),
  postcode: short(20),
  address: short(100),
  overseer: vine.string().trim().minLength(1).maxLength(20),
  createsCommittees: vine.boolean().optional(),
  formsCommittees: vine.boolean().optional(),
}
const named = {
  name: vine.string().trim().minLength(2).maxLength(150),
  regionCode: vine
    .string()
    .trim()
    .regex(/^\d{6}(\d{6})?$/),
  creditCode: vine
    .string()
    .trim()
    .regex(/^[0-9A-Z]{18}$/)
    .nullable()
    .optional(),
}

const LABELS = {
  code: '机构代码',
  name: '机构名称',
  kind: '机构单位类别',
  parentId: '上级机构',
  regionCode: '所属区域',
  nature: '机构单位性质',
  economy: '用人单位经济类型',
  industry: '所属行业',
  creditCode: '统一社会信用代码',
  organizationCode: '组织机构代码',
  contact: '联系人',
  phone: '联系电话',
  fax: '传真',
  email: '电子邮箱',
  postcode: '邮政编码',
  address: '通讯地址',
  overseer: '分管人',
  adminLogin: '管理员登录名',
}

/** F0; lengths are the manual's. */
export const organizationValidator = vine.create(
  vine.object({
    code: vine.string().trim().minLength(1).maxLength(40),
    kind: vine.string().maxLength(40),
    parentId: vine.number().positive().withoutDecimals().nullable().optional(),
    ...named,
    ...about,
    adminLogin: vine.string().trim().minLength(2).maxLength(64),
  })
)
organizationValidator.messagesProvider = chinese(LABELS)

export const organizationChangesValidator = vine.create(vine.object({ ...named, ...about }).clone())
organizationChangesValidator.messagesProvider = chinese(LABELS)

export const cancellationValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(2).maxLength(200) })
)
cancellationValidator.messagesProvider = chinese({ reason: '注销原因' })

export const staffValidator = vine.create(
  vine.object({
    login: vine.string().trim().minLength(2).maxLength(64),
    name: vine.string().trim().minLength(2).maxLength(40),
    role: vine.string().maxLength(40),
  })
)
staffValidator.messagesProvider = chinese({ name: '姓名', role: '岗位' })

export const applicantValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(2).maxLength(30),
    idNumber: vine.string().trim().minLength(15).maxLength(18),
    phone: vine
      .string()
      .trim()
      .regex(/^1\d{10}$/)
      .nullable()
      .optional(),
    year: vine.number().min(2020).max(2100).withoutDecimals(),
  })
)
applicantValidator.messagesProvider = chinese({
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号码',
  year: '年度',
})

export const applicantsValidator = vine.create(
  vine.object({
    year: vine.number().min(2020).max(2100).withoutDecimals(),
    people: vine
      .array(
        vine.object({
          name: vine.string().trim().maxLength(40),
          idNumber: vine.string().trim().maxLength(24),
          phone: vine.string().trim().maxLength(20).nullable().optional(),
        })
      )
      .minLength(1)
      .maxLength(200),
  })
)
applicantsValidator.messagesProvider = chinese({ people: '人员名单', year: '年度' })
