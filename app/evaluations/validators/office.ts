import vine, { chinese } from '#web/vine'
import { AVOIDANCE_KINDS } from '#evaluations/actions/avoidance'

const id = vine.number().positive().withoutDecimals()
const reason = vine.string().trim().minLength(2).maxLength(300)
const line = () => vine.string().trim().maxLength(120).nullable().optional()
/** local time as the pages send it */
const moment = () => vine.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
const labels = {
  memberId: '评委',
  caseId: '参评人员',
  caseIds: '参评人员',
  status: '情况',
  kind: '回避情形',
  reason: '原因',
  text: '笔记',
  office: '职务',
  room: '考场号',
  order: '面试顺序',
  at: '面试时间',
  startsAt: '开始时间',
  minutes: '每人时长',
  lessonTitle: '讲课题目',
  chapter: '章节',
  edition: '教材版本',
  present: '出席人数',
  results: '评审结果',
  yes: '同意票数',
  no: '反对票数',
  abstain: '弃权票数',
  score: '得分',
  remark: '评委会评议',
  stage: '环节',
}

function office<T extends Record<string, any>>(properties: T) {
  const validator = vine.create(vine.object(properties))
  validator.messagesProvider = chinese(labels)
  return validator
}

export const leaveValidator = office({
  memberId: id.clone(),
  status: vine.enum(['absent', 'withdrawn'] as const),
  reason: reason.clone(),
})
export const returnValidator = office({ memberId: id.clone() })
export const dutyValidator = office({
  memberId: id.clone(),
  office: vine.enum(['chair', 'vice_chair'] as const).nullable(),
  isLeader: vine.boolean(),
  isReporter: vine.boolean(),
})
export const avoidValidator = office({
  caseId: id.clone(),
  memberId: id.clone().optional(),
  kind: vine.enum(AVOIDANCE_KINDS),
  reason: reason.clone(),
})
export const noteValidator = office({
  text: vine.string().trim().maxLength(2000).nullable().optional(),
})
export const interviewValidator = office({
  caseId: id.clone(),
  room: vine.string().trim().maxLength(40).nullable().optional(),
  order: vine.number().min(1).max(9999).withoutDecimals().nullable().optional(),
  at: moment().nullable().optional(),
  lessonTitle: line(),
  chapter: line(),
  edition: line(),
})
export const arrangeValidator = office({
  groupId: id.clone().nullable().optional(),
  room: vine.string().trim().minLength(1).maxLength(40),
  startsAt: moment(),
  minutes: vine.number().min(1).max(240).withoutDecimals(),
  order: vine.enum(['number', 'lot'] as const),
})
const votes = () => vine.number().min(0).max(500).withoutDecimals()
export const resultsValidator = office({
  present: vine.number().min(1).max(500).withoutDecimals(),
  results: vine
    .array(
      vine.object({
        caseId: id.clone(),
        score: vine.number().min(0).max(10_000).decimal([0, 2]).nullable().optional(),
        yes: votes(),
        no: votes(),
        abstain: votes(),
        remark: vine.string().trim().maxLength(1000).nullable().optional(),
      })
    )
    .maxLength(2000),
})
export const undoValidator = office({
  stage: vine.string().maxLength(40),
  caseIds: vine.array(id.clone()).maxLength(2000).optional(),
  reason: vine.string().trim().minLength(2).maxLength(500),
})
export const decideUndoValidator = office({ undoId: id.clone(), agree: vine.boolean() })
export const removeValidator = office({ caseId: id.clone(), reason: reason.clone() })
