import { CANDIDATE_FILTERS } from '#certificates/queries/list_candidates'
import vine, { chinese } from '#web/vine'

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

export const reasonValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(2).maxLength(300) })
)
reasonValidator.messagesProvider = chinese({})

export const verifyValidator = vine.create(
  vine.object({
    number: vine.string().trim().minLength(4).maxLength(60),
    name: vine.string().trim().minLength(1).maxLength(60),
    captcha: vine.string().maxLength(4000).optional(),
  })
)
verifyValidator.messagesProvider = chinese({ number: '证书编号', name: '姓名' })
