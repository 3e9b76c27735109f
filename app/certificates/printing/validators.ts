import vine, { chinese } from '#web/vine'

const id = vine.number().positive().withoutDecimals()
const offset = vine.number().min(-50).max(50).decimal([0, 1])

export const printerValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(1).maxLength(60),
    dx: offset.clone(),
    dy: offset.clone(),
  })
)
printerValidator.messagesProvider = chinese({ name: '名称', dx: '向右移', dy: '向下移' })

export const printsValidator = vine.create(
  vine.object({
    ids: vine.array(id.clone()).minLength(1).maxLength(100).distinct(),
    printerId: id.clone().nullable().optional(),
  })
)
printsValidator.messagesProvider = chinese({ ids: '证书', printerId: '打印机' })
