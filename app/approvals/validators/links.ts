import { LEVEL_LABELS } from '#province/facts'
import vine, { chinese } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const labels = {
  pathSet: '审核路径',
  level: '职称等级',
  lowerId: '下级机构',
  upperId: '上级机构',
  otherId: '机构名称',
  side: '上级或下级',
  reason: '原因',
}

export const ownLinkValidator = vine.create(
  vine.object({
    pathSet: vine.string().maxLength(40),
    level: vine.enum(Object.keys(LEVEL_LABELS)).nullable().optional(),
    /** what the other body is to the actor's own */
    side: vine.enum(['upper', 'lower'] as const),
    otherId: id.clone(),
  })
)

export const linkValidator = vine.create(
  vine.object({
    pathSet: vine.string().maxLength(40),
    level: vine.enum(Object.keys(LEVEL_LABELS)).nullable().optional(),
    lowerId: id.clone(),
    upperId: id.clone(),
  })
)

export const linkReasonValidator = vine.create(
  vine.object({ reason: vine.string().trim().minLength(1).maxLength(300) })
)
for (const validator of [ownLinkValidator, linkValidator, linkReasonValidator])
  validator.messagesProvider = chinese(labels)
