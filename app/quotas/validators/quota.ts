import vine, { chinese } from '#web/vine'

const posts = vine.number().min(0).max(9999).withoutDecimals()

const fields = {
  year: vine.number().min(2020).max(2100).withoutDecimals(),
  series: vine.string().maxLength(12),
  specialty: vine.string().maxLength(40),
  kind: vine.string().maxLength(40),
  approvedTotal: posts.clone(),
  asked: posts.clone().min(1),
  materials: posts.clone(),
  posts: vine.record(posts.clone()),
}
const LABELS = {
  year: '年度',
  series: '申报系列',
  specialty: '申报专业',
  kind: '评审职数类别',
  approvedTotal: '核准的评审总职数',
  asked: '申报评审职数',
  materials: '实际交材料数',
  posts: '职数',
  organizationId: '申报单位',
  decision: '审核结果',
  opinion: '审核意见',
}

export const quotaValidator = vine.create(vine.object(fields))
quotaValidator.messagesProvider = chinese(LABELS)

export const setQuotaValidator = vine.create(
  vine.object({ ...fields, organizationId: vine.number().positive().withoutDecimals() })
)
setQuotaValidator.messagesProvider = chinese(LABELS)

export const quotaDecisionValidator = vine.create(
  vine.object({
    decision: vine.enum(['approved', 'refused'] as const),
    opinion: vine
      .string()
      .trim()
      .maxLength(500)
      .optional()
      .requiredWhen('decision', '=', 'refused'),
    version: vine.number().positive().withoutDecimals(),
  })
)
quotaDecisionValidator.messagesProvider = chinese(LABELS)
