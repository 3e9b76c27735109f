import { LEVEL_LABELS } from '#province/facts'
import vine, { chinese } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const labels = {
  number: '文件编号',
  title: '标题',
  level: '级别',
  ids: '人员',
  opinion: '审查意见',
}

export const documentValidator = vine.create(
  vine.object({
    number: vine.string().trim().minLength(1).maxLength(60),
    title: vine.string().trim().minLength(1).maxLength(200),
    level: vine.enum(Object.keys(LEVEL_LABELS)),
  })
)
documentValidator.messagesProvider = chinese(labels)

export const documentChangeValidator = vine.create(
  vine.object({
    number: vine.string().trim().minLength(1).maxLength(60),
    title: vine.string().trim().minLength(1).maxLength(200),
  })
)
documentChangeValidator.messagesProvider = chinese(labels)

/** Chosen persons, or everyone the filters find. */
export const addPeopleValidator = vine.create(
  vine.object({
    ids: vine.array(id.clone()).minLength(1).maxLength(5000).distinct().optional(),
    filters: vine.record(vine.string().trim().maxLength(200)).optional(),
  })
)
addPeopleValidator.messagesProvider = chinese(labels)

export const removePeopleValidator = vine.create(
  vine.object({ ids: vine.array(id.clone()).minLength(1).maxLength(5000).distinct() })
)
removePeopleValidator.messagesProvider = chinese(labels)

export const examinationValidator = vine.create(
  vine.object({
    decision: vine.enum(['approve', 'return'] as const),
    opinion: vine.string().trim().minLength(2).maxLength(1000),
    version: id.clone(),
  })
)
examinationValidator.messagesProvider = chinese(labels)
