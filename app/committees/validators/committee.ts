import { LEVEL_LABELS } from '#province/facts'
import vine, { chinese, dayRule } from '#web/vine'

const body = () => vine.string().trim().maxLength(150)
const fields = {
  name: vine.string().trim().minLength(4).maxLength(150),
  level: vine.enum(Object.keys(LEVEL_LABELS)),
  series: vine.string().maxLength(12),
  specialties: vine.array(vine.string().maxLength(40)).minLength(1).distinct(),
  organization: body().minLength(2),
  office: body().nullable().optional(),
  size: vine.number().min(1).max(500).withoutDecimals(),
  validFrom: vine.string().use(dayRule()),
  filingNumber: vine.string().trim().maxLength(60).nullable().optional(),
}
const messages = chinese({
  code: '评委会代码',
  name: '评委会名称',
  level: '评审级别',
  series: '评审系列',
  specialties: '评审专业',
  organization: '组建单位',
  office: '审核路径中的节点',
  size: '评委会人数',
  validFrom: '核准备案日期',
  filingNumber: '备案文号',
})

export const committeeValidator = vine.create(
  vine.object({
    code: vine
      .string()
      .trim()
      .regex(/^[\w.-]{2,40}$/),
    ...fields,
  })
)
committeeValidator.messagesProvider = messages

export const committeeChangeValidator = vine.create(
  vine.object({ ...fields, version: vine.number().positive().withoutDecimals() })
)
committeeChangeValidator.messagesProvider = messages
