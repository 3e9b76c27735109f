import { LEVEL_LABELS } from '#province/facts'
import vine, { chinese, dayRule } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const code = vine
  .string()
  .trim()
  .minLength(1)
  .maxLength(40)
  .regex(/^[\w.-]+$/)
const name = (max: number) => vine.string().trim().minLength(1).maxLength(max)
const optional = (max: number) => vine.string().trim().maxLength(max).nullable().optional()
const reason = name(300)
export const levelRule = vine.enum(Object.keys(LEVEL_LABELS))
const version = vine.number().positive().withoutDecimals()

export const specialtyValidator = vine.create(
  vine.object({
    series: vine.string().maxLength(12).optional(),
    parentId: id.clone().nullable().optional(),
    code: code.clone(),
    name: name(100),
  })
)
specialtyValidator.messagesProvider = chinese({
  series: '上级节点',
  parentId: '上级节点',
  code: '专业代码',
  name: '专业学科名称',
})

export const titleValidator = vine.create(
  vine.object({
    series: vine.string().maxLength(12).optional(),
    code: code.clone(),
    name: name(60),
    level: levelRule.clone(),
    nationalTitle: optional(60),
  })
)
titleValidator.messagesProvider = chinese({
  series: '上级节点',
  code: '职称代码',
  name: '职称名称',
  level: '职称级别',
  nationalTitle: '对应人社部职称',
})

export const receiverValidator = vine.create(
  vine.object({
    organizationId: id.clone(),
    level: levelRule.clone(),
    acquisition: vine.string().maxLength(40),
    printedName: name(150),
    notice: optional(4000),
    contact: optional(60),
    phone: optional(30),
    address: optional(200),
    version: version.clone().optional(),
  })
)
receiverValidator.messagesProvider = chinese({
  organizationId: '机构名称',
  level: '职称等级',
  acquisition: '取得方式',
  printedName: '打在证书上的机构名称',
  notice: '申报须知',
  contact: '联系人',
  phone: '联系电话',
  address: '受理地址',
})

export const issuerValidator = vine.create(
  vine.object({
    organizationId: id.clone(),
    code: vine
      .string()
      .trim()
      .regex(/^[0-9A-Z]{2,12}$/),
  })
)
issuerValidator.messagesProvider = chinese({
  organizationId: '单位名称',
  code: '发证单位编码',
})

export const reasonValidator = vine.create(
  vine.object({ reason: reason.clone(), version: version.clone().optional() })
)
reasonValidator.messagesProvider = chinese({ reason: '原因' })

const day = vine.string().use(dayRule())

export const listingValidator = vine.create(
  vine.object({
    personId: id.clone(),
    reason: name(500),
    basis: optional(200),
    startsOn: day.clone(),
    endsOn: day.clone().nullable().optional(),
  })
)
export const listingChangeValidator = vine.create(
  vine.object({
    reason: name(500),
    basis: optional(200),
    startsOn: day.clone(),
    endsOn: day.clone().nullable().optional(),
    version: version.clone(),
  })
)
for (const validator of [listingValidator, listingChangeValidator])
  validator.messagesProvider = chinese({
    personId: '人员',
    reason: '加入黑名单原因',
    basis: '依据',
    startsOn: '开始日期',
    endsOn: '截止日期',
  })

export const periodValidator = vine.create(
  vine.object({
    startsOn: day.clone().optional(),
    days: vine.number().min(1).max(250).withoutDecimals(),
  })
)
periodValidator.messagesProvider = chinese({ startsOn: '开始日期', days: '工作日数' })

export const workDayValidator = vine.create(
  vine.object({ date: day.clone(), isWorkDay: vine.boolean(), name: optional(40) })
)
workDayValidator.messagesProvider = chinese({ date: '日期', isWorkDay: '是否工作日', name: '说明' })

export const yearValidator = vine.create(
  vine.object({
    year: vine.number().min(2020).max(2100).withoutDecimals(),
    source: name(80),
    holidays: vine.string().trim().maxLength(4000),
    workdays: vine.string().trim().maxLength(4000).nullable().optional(),
  })
)
yearValidator.messagesProvider = chinese({
  year: '年度',
  source: '通知文号',
  holidays: '放假日期',
  workdays: '调休上班日期',
})
