import vine, { chinese, dayRule } from '#web/vine'

const opinion = vine.string().trim().minLength(1).maxLength(1000)
const version = vine.number().positive().withoutDecimals()
const fields = vine.record(vine.string().trim().maxLength(1000))
const name = vine.string().maxLength(40)

const decisions = vine.group([
  vine.group.if((data) => data.decision === 'unit_publicity', {
    decision: vine.literal('unit_publicity'),
    startsOn: vine.string().use(dayRule()),
    place: vine.string().trim().minLength(1).maxLength(100),
    outcome: vine.string().trim().minLength(1).maxLength(300),
  }),
  vine.group.else({
    decision: vine.enum(['approve', 'return', 'hold', 'resume'] as const),
    opinion: opinion.clone(),
    fields: fields.clone().optional(),
    items: vine
      .array(
        vine.object({
          section: name.clone(),
          field: name.clone().optional(),
          recordKey: name.clone().optional(),
          reason: vine.string().trim().minLength(1).maxLength(300),
        })
      )
      .maxLength(100)
      .optional(),
  }),
])

const LABELS = {
  opinion: '审核意见',
  decision: '审核结果',
  startsOn: '公示开始日期',
  place: '公示地点',
  outcome: '公示结果',
  reason: '修改要求',
}

export const reviewValidator = vine.create(vine.object({ version }).merge(decisions))
reviewValidator.messagesProvider = chinese(LABELS)

export const bulkValidator = vine.create(
  vine.object({
    ids: vine
      .array(vine.number().positive().withoutDecimals())
      .distinct()
      .minLength(1)
      .maxLength(500),
    decision: vine.enum(['approve', 'return'] as const),
    opinion: opinion.clone(),
    fields: fields.clone().optional(),
  })
)
bulkValidator.messagesProvider = chinese({ ids: '申报人', ...LABELS })

export const phraseValidator = vine.create(
  vine.object({ text: vine.string().trim().minLength(1).maxLength(500) })
)
phraseValidator.messagesProvider = chinese({ text: '常用意见' })

export const submitValidator = vine.create(
  vine.object({ pledgeVersion: vine.string().maxLength(20), version: version.clone() })
)
submitValidator.messagesProvider = chinese({ pledgeVersion: '承诺' })

export const assignmentValidator = vine.create(
  vine.object({
    ids: vine
      .array(vine.number().positive().withoutDecimals())
      .distinct()
      .minLength(1)
      .maxLength(100),
    committeeId: vine.number().positive().withoutDecimals(),
  })
)
assignmentValidator.messagesProvider = chinese({ ids: '申报人', committeeId: '评委会' })

export const templateValidator = vine.create(
  vine.object({
    year: vine.number().min(2020).max(2100).withoutDecimals(),
    name: vine.string().trim().minLength(2).maxLength(60),
    isDefault: vine.boolean(),
    columns: vine
      .array(
        vine.object({
          source: vine.string().maxLength(120),
          title: vine.string().trim().minLength(1).maxLength(60),
        })
      )
      .minLength(1)
      .maxLength(200),
  })
)
templateValidator.messagesProvider = chinese({
  year: '年度',
  name: '模板名称',
  columns: '列',
  title: '列标题',
})
