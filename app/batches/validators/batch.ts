import vine, { chinese, dayRule } from '#web/vine'

const window = {
  name: vine.string().trim().minLength(2).maxLength(100),
  opensOn: vine.string().use(dayRule()),
  closesOn: vine.string().use(dayRule()),
}
export const batchValidator = vine.create(
  vine.object({
    year: vine.number().min(2020).max(2100).withoutDecimals(),
    ...window,
    committeeId: vine.number().positive().withoutDecimals().nullable().optional(),
  })
)
export const batchChangeValidator = vine.create(vine.object(window))
for (const validator of [batchValidator, batchChangeValidator])
  validator.messagesProvider = chinese({
    year: '年度',
    name: '批次名称',
    opensOn: '申报开始日期',
    closesOn: '申报截止日期',
    committeeId: '评委会',
  })
