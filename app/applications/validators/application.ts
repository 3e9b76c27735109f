import vine, { chinese } from '#web/vine'

const code = vine.string().trim().maxLength(40)

export const targetValidator = vine.create(
  vine.object({
    batchId: vine.number().positive().withoutDecimals(),
    category: code.clone().nullable().optional(),
    series: code.clone(),
    specialty: code.clone(),
    title: code.clone(),
    acquisition: code.clone(),
    mode: code.clone(),
    evaluationMethod: code.clone(),
    committeeId: vine.number().positive().withoutDecimals().nullable().optional(),
    // checked against the questions of the rules
    precheck: vine.any().optional(),
  })
)
targetValidator.messagesProvider = chinese({
  batchId: '申报批次',
  category: '申报类别',
  series: '申报系列',
  specialty: '申报专业',
  title: '申报职称',
  acquisition: '取得方式',
  mode: '申报方式',
  evaluationMethod: '评审方式',
  committeeId: '评委会',
})

export const sectionValidator = vine.create(
  vine.object({
    content: vine.any(),
    version: vine.number().min(0).withoutDecimals(),
  })
)

export const carryOverValidator = vine.create(
  vine.object({
    ids: vine.array(vine.number().positive().withoutDecimals()).minLength(1).maxLength(50),
  })
)
carryOverValidator.messagesProvider = chinese({ ids: '往年记录' })
