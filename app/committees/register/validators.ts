import { LEVEL_LABELS } from '#province/facts'
import vine, { chinese, dayRule } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const version = vine.number().positive().withoutDecimals()
export const FEE_ITEMS = ['评审费', '答辩费', '论文鉴定费', '其他费用'] as const

const fields = {
  name: vine.string().trim().minLength(4).maxLength(150),
  level: vine.enum(Object.keys(LEVEL_LABELS)),
  organizationId: id.clone(),
  officeId: id.clone().nullable().optional(),
  size: vine.number().min(1).max(500).withoutDecimals(),
  validFrom: vine.string().use(dayRule()),
  filingNumber: vine.string().trim().maxLength(60).nullable().optional(),
}
const contact = {
  contactName: vine.string().trim().minLength(2).maxLength(60),
  contactIdNumber: vine.string().trim().minLength(15).maxLength(18),
  contactPhone: vine.string().trim().maxLength(30).nullable().optional(),
}
const messages = chinese({
  code: '评委会代码',
  name: '评委会名称',
  level: '评审级别',
  series: '评审系列',
  specialties: '评审专业',
  organizationId: '组建单位',
  officeId: '审核路径中的节点',
  size: '评委会人数',
  validFrom: '核准备案日期',
  filingNumber: '备案文号',
  contactName: '联系人',
  contactIdNumber: '身份证号',
  contactPhone: '联系电话',
  specialty: '专业',
  item: '缴费项目',
  amount: '缴费金额',
  reason: '原因',
  committeeId: '新评委会',
  ids: '申报人员',
})

export const registerValidator = vine.create(
  vine.object({
    code: vine
      .string()
      .trim()
      .regex(/^[\w.-]{2,40}$/),
    series: vine.string().maxLength(12),
    specialties: vine.array(vine.string().maxLength(40)).minLength(1).distinct(),
    ...fields,
    ...contact,
  })
)
export const registerChangeValidator = vine.create(
  vine.object({
    ...fields,
    contactName: contact.contactName.clone(),
    /** empty = the same operator as before */
    contactIdNumber: contact.contactIdNumber.clone().nullable().optional(),
    contactPhone: contact.contactPhone.clone(),
    version: version.clone(),
  })
)
export const specialtyOfValidator = vine.create(
  vine.object({ specialty: vine.string().maxLength(40) })
)
export const founderValidator = vine.create(vine.object({ organizationId: id.clone() }))
export const feeValidator = vine.create(
  vine.object({
    item: vine.enum(FEE_ITEMS),
    /** yuan, at most two decimals */
    amount: vine.number().min(0).max(1_000_000).decimal([0, 2]),
  })
)
export const cancelValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(1).maxLength(300) })
)

const filters = vine
  .object({
    committee: id.clone().optional(),
    year: vine.number().min(2000).max(2100).optional(),
    level: vine.enum(Object.keys(LEVEL_LABELS)).optional(),
    series: vine.string().maxLength(12).optional(),
    stage: vine.enum(['in_approval', 'on_hold', 'qualified'] as const).optional(),
    name: vine.string().trim().maxLength(60).optional(),
    unit: vine.string().trim().maxLength(150).optional(),
  })
  .optional()

export const previewValidator = vine.create(
  vine.object({
    committeeId: id.clone(),
    ids: vine.array(id.clone()).maxLength(1000).optional(),
    filters: filters.clone(),
  })
)
export const transferValidator = vine.create(
  vine.object({
    committeeId: id.clone(),
    ids: vine.array(id.clone()).maxLength(1000).optional(),
    filters: filters.clone(),
    /** how many the person was shown and said yes to */
    expected: vine.number().min(1).withoutDecimals(),
    reason: vine.string().trim().minLength(1).maxLength(300),
  })
)
for (const validator of [
  registerValidator,
  registerChangeValidator,
  specialtyOfValidator,
  founderValidator,
  feeValidator,
  cancelValidator,
  previewValidator,
  transferValidator,
])
  validator.messagesProvider = messages
