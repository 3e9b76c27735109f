import { LEVEL_LABELS } from '#province/facts'
import vine, { chinese } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const seq = vine.number().withoutDecimals().min(1).max(99_999_999)

/** Chosen persons, or everyone the filters find. */
export const assignValidator = vine.create(
  vine.object({
    ids: vine.array(id.clone()).minLength(1).maxLength(5000).distinct().optional(),
    filters: vine.record(vine.string().trim().maxLength(200)).optional(),
  })
)
assignValidator.messagesProvider = chinese({ ids: '人员' })

export const rangeValidator = vine.create(
  vine.object({
    year: vine.number().withoutDecimals().min(2000).max(2100).nullable().optional(),
    issuerId: id.clone().nullable().optional(),
    series: vine.string().trim().maxLength(12).nullable().optional(),
    level: vine.enum(Object.keys(LEVEL_LABELS)).nullable().optional(),
    from: seq.clone(),
    to: seq.clone(),
  })
)
rangeValidator.messagesProvider = chinese({
  year: '年度',
  issuerId: '发证单位',
  series: '系列',
  level: '级别',
  from: '开始序号',
  to: '结束序号',
})
