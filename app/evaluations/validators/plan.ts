import { LEVEL_LABELS } from '#province/facts'
import vine, { chinese } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const whole = (max: number) => vine.number().min(0).max(max).withoutDecimals()

export const newPlanValidator = vine.create(vine.object({ meetingId: id.clone() }))
newPlanValidator.messagesProvider = chinese({ meetingId: '评审会议' })

export const planValidator = vine.create(
  vine.object({
    kind: vine.enum(['normal', 'special'] as const),
    flow: vine.enum(['online', 'offline'] as const),
    content: vine.string().trim().maxLength(10_000).nullable().optional(),
    needs: vine
      .array(
        vine.object({
          specialty: vine.string().trim().maxLength(100).nullable().optional(),
          level: vine.enum(Object.keys(LEVEL_LABELS)).nullable().optional(),
          source: vine
            .enum(['inside', 'outside'] as const)
            .nullable()
            .optional(),
          count: vine.number().min(1).max(200).withoutDecimals(),
          reserves: whole(100),
        })
      )
      .maxLength(30)
      .optional(),
    version: id.clone(),
  })
)
planValidator.messagesProvider = chinese({
  kind: '方案类型',
  flow: '评审方式',
  content: '方案内容',
  needs: '专家需求',
  specialty: '专业',
  level: '职称级别',
  source: '专家来源',
  count: '人数',
  reserves: '备选人数',
})

export const planDecisionValidator = vine.create(
  vine.object({
    decision: vine.enum(['approve', 'refuse'] as const),
    opinion: vine.string().trim().minLength(2).maxLength(1000),
    version: id.clone(),
  })
)
planDecisionValidator.messagesProvider = chinese({ decision: '审核结果' })

export const reasonValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(2).maxLength(500) })
)

export const drawValidator = vine.create(
  vine.object({
    excludeSameUnit: vine.boolean(),
    excludeRelated: vine.boolean().optional(),
    exclusions: vine
      .array(
        vine.object({
          expertId: id.clone(),
          reason: vine.string().trim().minLength(2).maxLength(200),
        })
      )
      .maxLength(500)
      .optional(),
  })
)
drawValidator.messagesProvider = chinese({
  excludeSameUnit: '同单位回避',
  excludeRelated: '关联关系回避',
  exclusions: '申报回避的专家',
  expertId: '专家',
})

export const answerValidator = vine.create(
  vine.object({
    memberId: id.clone(),
    answer: vine.enum(['confirm', 'refuse'] as const),
    reason: vine.string().trim().minLength(2).maxLength(300).nullable().optional(),
  })
)
answerValidator.messagesProvider = chinese({ memberId: '评委', answer: '答复' })
