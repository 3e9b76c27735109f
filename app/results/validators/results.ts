import { MOST_CONFIRMED } from '#results/actions/confirm_titles'
import { LEVEL_LABELS } from '#province/facts'
import vine, { chinese, dayRule } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const text = (max: number) => vine.string().trim().minLength(1).maxLength(max)
const day = vine.string().use(dayRule())
const opinion = vine.string().trim().minLength(2).maxLength(1000)

export const openValidator = vine.create(
  vine.object({
    applicationIds: vine.array(id.clone()).minLength(1).maxLength(5000).optional(),
    contact: vine.string().trim().maxLength(200).nullable().optional(),
  })
)
openValidator.messagesProvider = chinese({ applicationIds: '人员', contact: '联系方式' })

export const peopleValidator = vine.create(
  vine.object({ ids: vine.array(id.clone()).minLength(1).maxLength(1000).distinct() })
)
peopleValidator.messagesProvider = chinese({ ids: '人员' })

export const objectionValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(2).maxLength(500) })
)
objectionValidator.messagesProvider = chinese({ reason: '异议情况' })

export const leadValidator = vine.create(
  vine.object({
    applicationId: id.clone().nullable().optional(),
    content: vine.string().trim().minLength(10).maxLength(2000),
    contact: vine.string().trim().maxLength(200).nullable().optional(),
    captcha: vine.string().maxLength(8000).optional(),
  })
)
leadValidator.messagesProvider = chinese({
  applicationId: '被反映人',
  content: '反映内容',
  contact: '联系方式',
})

export const leadCodeValidator = vine.create(
  vine.object({
    code: vine
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-F]{16}$/),
    captcha: vine.string().maxLength(8000).optional(),
  })
)
leadCodeValidator.messagesProvider = chinese({ code: '查询码' })

export const findingsValidator = vine.create(vine.object({ findings: opinion.clone() }))
findingsValidator.messagesProvider = chinese({ findings: '核查情况' })

export const opinionValidator = vine.create(vine.object({ opinion: opinion.clone() }))
opinionValidator.messagesProvider = chinese({ opinion: '处理意见' })

export const decisionValidator = vine.create(
  vine.object({
    outcome: vine.enum(['passed', 'not_passed'] as const),
    opinion: opinion.clone(),
  })
)
decisionValidator.messagesProvider = chinese({ outcome: '处理结果', opinion: '处理意见' })

export const filingValidator = vine.create(
  vine.object({
    meetingId: id.clone(),
    note: vine.string().trim().maxLength(1000).nullable().optional(),
  })
)
filingValidator.messagesProvider = chinese({ meetingId: '评审会议', note: '说明' })

export const filingDecisionValidator = vine.create(
  vine.object({
    outcome: vine.enum(['approved', 'refused'] as const),
    opinion: opinion.clone(),
    number: text(60).optional().requiredWhen('outcome', '=', 'approved'),
    filedOn: day.clone().optional().requiredWhen('outcome', '=', 'approved'),
    version: id.clone(),
  })
)
filingDecisionValidator.messagesProvider = chinese({
  outcome: '审核结果',
  opinion: '审核意见',
  number: '文号',
  filedOn: '时间',
})

export const recognitionValidator = vine.create(
  vine.object({
    name: text(30),
    idNumber: text(18),
    unitName: text(150),
    qualification: text(100),
    qualificationNumber: text(60),
    titleName: text(60),
    level: vine.enum(Object.keys(LEVEL_LABELS)),
    specialtyName: vine.string().trim().maxLength(100).nullable().optional(),
    recognizedOn: day.clone(),
  })
)
recognitionValidator.messagesProvider = chinese({
  name: '姓名',
  idNumber: '身份证号',
  unitName: '工作单位',
  qualification: '注册职业资格',
  qualificationNumber: '资格证书编号',
  titleName: '认定职称',
  level: '级别',
  specialtyName: '专业',
  recognizedOn: '认定时间',
})

export const withdrawValidator = vine.create(
  vine.object({
    reason: vine.string().trim().minLength(2).maxLength(500),
    version: id.clone(),
  })
)
withdrawValidator.messagesProvider = chinese({ reason: '原因' })

export const confirmValidator = vine.create(
  vine.object({
    ids: vine.array(id.clone()).minLength(1).maxLength(MOST_CONFIRMED).distinct(),
    opinion: vine.string().trim().minLength(2).maxLength(500),
  })
)
confirmValidator.messagesProvider = chinese({ ids: '人员', opinion: '审核意见' })
