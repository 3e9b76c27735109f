import { LEVEL_LABELS } from '#province/facts'
import vine, { chinese } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const reason = () => vine.string().trim().minLength(2).maxLength(500)

export const expertValidator = vine.create(
  vine.object({
    committeeId: id.clone(),
    name: vine.string().trim().minLength(2).maxLength(30),
    idNumber: vine.string().trim().minLength(15).maxLength(18),
    phone: vine
      .string()
      .trim()
      .regex(/^1\d{10}$/)
      .nullable()
      .optional(),
    unitName: vine.string().trim().minLength(2).maxLength(150),
    titleName: vine.string().trim().minLength(2).maxLength(60),
    titleLevel: vine.enum(Object.keys(LEVEL_LABELS)),
    specialtyName: vine.string().trim().minLength(2).maxLength(100),
  })
)
expertValidator.messagesProvider = chinese({
  committeeId: '评委会',
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号码',
  unitName: '工作单位',
  titleName: '职称',
  titleLevel: '职称级别',
  specialtyName: '专业',
})

export const removalValidator = vine.create(
  vine.object({ committeeId: id.clone(), reason: reason() })
)
removalValidator.messagesProvider = chinese({ committeeId: '评委会' })

export const reasonValidator = vine.create(vine.object({ reason: reason() }))

export const decisionValidator = vine.create(
  vine.object({
    ids: vine.array(id.clone()).minLength(1).maxLength(200),
    decision: vine.enum(['approve', 'refuse'] as const),
    opinion: vine.string().trim().maxLength(500).nullable().optional(),
  })
)
decisionValidator.messagesProvider = chinese({ ids: '专家', decision: '审核结果' })

export const profileSectionValidator = vine.create(
  vine.object({
    content: vine.any(),
    version: vine.number().min(0).withoutDecimals(),
  })
)
profileSectionValidator.messagesProvider = chinese({ content: '内容' })
