import vine, { chinese } from '#web/vine'

const words = (max: number) => vine.string().trim().maxLength(max).nullable().optional()
const title = vine.string().trim().minLength(2).maxLength(150)

export const brandValidator = vine.create(
  vine.object({
    version: vine.number().min(0).withoutDecimals(),
    name: vine.string().trim().minLength(2).maxLength(60),
    shortName: vine.string().trim().minLength(2).maxLength(12),
    color: vine
      .string()
      .trim()
      .regex(/^#[0-9a-fA-F]{6}$/),
    organizer: words(60),
    phone: words(40),
    copyright: words(60),
    slogan: words(40),
    publicityNote: words(500),
    helpNote: words(500),
  })
)
brandValidator.messagesProvider = chinese({
  name: '门户名称',
  shortName: '简称',
  color: '主色',
  organizer: '主办单位',
  phone: '联系电话',
  copyright: '版权单位',
  slogan: '标语',
  publicityNote: '公示页说明',
  helpNote: '帮助页说明',
})

export const textValidator = vine.create(
  vine.object({
    title: title.clone(),
    body: vine.string().trim().minLength(2).maxLength(20_000),
    pinned: vine.boolean().optional(),
    status: vine.enum(['draft', 'published', 'withdrawn']),
    version: vine.number().positive().withoutDecimals().optional(),
  })
)
textValidator.messagesProvider = chinese({ title: '标题', body: '正文', status: '状态' })

export const downloadValidator = vine.create(
  vine.object({ title: title.clone(), note: words(300) })
)
downloadValidator.messagesProvider = chinese({ title: '名称', note: '说明' })
