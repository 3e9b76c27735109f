import { CANDIDATE_FILTERS } from '#certificates/queries/list_candidates'
import vine, { chinese, dayRule } from '#web/vine'

const filter = vine.string().trim().maxLength(200).optional()

export const generateValidator = vine.create(
  vine.object({
    applicationIds: vine
      .array(vine.number().positive().withoutDecimals())
      .minLength(1)
      .distinct()
      .optional(),
    /** everyone the filters find, over all pages */
    all: vine.boolean().optional(),
    filters: vine
      .object(
        Object.fromEntries(CANDIDATE_FILTERS.map((name) => [name, filter.clone()])) as Record<
          (typeof CANDIDATE_FILTERS)[number],
          typeof filter
        >
      )
      .optional(),
  })
)
generateValidator.messagesProvider = chinese({ applicationIds: '人员', filters: '查询条件' })

export const ministryValidator = vine.create(
  vine.object({
    ids: vine
      .array(vine.number().positive().withoutDecimals())
      .minLength(1)
      .maxLength(2000)
      .distinct()
      .optional(),
    /** all that were not reported */
    all: vine.boolean().optional(),
  })
)
ministryValidator.messagesProvider = chinese({ ids: '证书' })

export const reasonValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(2).maxLength(300) })
)
reasonValidator.messagesProvider = chinese({})

const words = (most: number) => vine.string().trim().maxLength(most).nullable().optional()

/** The reason, and what shall stand on the paper; what stays is left out. */
export const correctionValidator = vine.create(
  vine.object({
    reason: vine.string().trim().minLength(2).maxLength(300),
    name: words(30),
    sex: vine.enum(['男', '女']).nullable().optional(),
    unit: words(150),
    specialty: words(100),
    title: words(60),
    committee: words(100),
    passedOn: vine.string().use(dayRule()).nullable().optional(),
    documentNumber: words(60),
    issuer: words(150),
  })
)
correctionValidator.messagesProvider = chinese({
  reason: '更正原因',
  name: '姓名',
  sex: '性别',
  unit: '工作单位',
  specialty: '专业名称',
  title: '资格名称',
  committee: '评审组织',
  passedOn: '通过时间',
  documentNumber: '批准文号',
  issuer: '发证机关',
})

export const changeDecisionValidator = vine.create(
  vine.object({
    decision: vine.enum(['approve', 'refuse']),
    opinion: vine.string().trim().minLength(2).maxLength(300),
  })
)
changeDecisionValidator.messagesProvider = chinese({ opinion: '复核意见' })

export const archiveValidator = vine.create(
  vine.object({
    scope: vine.enum(['meeting', 'case']),
    meetingId: vine.number().positive().withoutDecimals().nullable().optional(),
    code: vine.string().trim().maxLength(24).nullable().optional(),
  })
)
archiveValidator.messagesProvider = chinese({ meetingId: '评审会议', code: '申报编号' })

export const verifyValidator = vine.create(
  vine.object({
    number: vine.string().trim().minLength(4).maxLength(60),
    name: vine.string().trim().minLength(1).maxLength(60),
    captcha: vine.string().maxLength(4000).optional(),
  })
)
verifyValidator.messagesProvider = chinese({ number: '证书编号', name: '姓名' })
