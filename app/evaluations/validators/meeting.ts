import vine, { chinese, dayRule } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const day = () => vine.string().use(dayRule())

export const meetingValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(2).maxLength(100),
    committeeId: id.clone(),
    jointIds: vine.array(id.clone()).maxLength(20).optional(),
    batchId: id.clone(),
    reviewMode: vine.string().maxLength(40),
    flow: vine.enum(['online', 'offline'] as const).optional(),
    startsOn: day(),
    endsOn: day(),
    place: vine.string().trim().minLength(1).maxLength(200),
    staff: vine.string().trim().maxLength(200).nullable().optional(),
    note: vine.string().trim().maxLength(500).nullable().optional(),
  })
)
const labels = {
  name: '会议名称',
  committeeId: '评委会',
  jointIds: '联合评审的评委会',
  batchId: '申报批次',
  reviewMode: '评审模式',
  flow: '评审流程',
  startsOn: '开始时间',
  endsOn: '结束时间',
  place: '评审地址',
  staff: '工作人员',
  note: '简述',
}
meetingValidator.messagesProvider = chinese(labels)

export const meetingChangeValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(2).maxLength(100),
    startsOn: day(),
    endsOn: day(),
    place: vine.string().trim().minLength(1).maxLength(200),
    staff: vine.string().trim().maxLength(200).nullable().optional(),
    note: vine.string().trim().maxLength(500).nullable().optional(),
  })
)
meetingChangeValidator.messagesProvider = chinese(labels)

export const groupValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(1).maxLength(60),
    size: vine.number().min(1).max(500).withoutDecimals(),
  })
)
groupValidator.messagesProvider = chinese({ name: '分组名', size: '人数' })

export const memberValidator = vine.create(
  vine.object({
    expertId: id.clone(),
    groupId: id.clone().nullable().optional(),
    office: vine
      .enum(['chair', 'vice_chair'] as const)
      .nullable()
      .optional(),
    isLeader: vine.boolean().optional(),
    isReporter: vine.boolean().optional(),
    inPlenary: vine.boolean().optional(),
  })
)
memberValidator.messagesProvider = chinese({ expertId: '专家', groupId: '分组', office: '职务' })

export const groupCasesValidator = vine.create(
  vine.object({ groupId: id.clone(), caseIds: vine.array(id.clone()).optional() })
)
groupCasesValidator.messagesProvider = chinese({ groupId: '分组', caseIds: '参评材料' })

export const sheetValidator = vine.create(
  vine.object({
    sheet: vine
      .array(
        vine.object({
          label: vine.string().trim().minLength(1).maxLength(60),
          max: vine.number().min(1).max(1000).withoutDecimals(),
        })
      )
      .minLength(1)
      .maxLength(30),
  })
)
sheetValidator.messagesProvider = chinese({ sheet: '评分标准' })
