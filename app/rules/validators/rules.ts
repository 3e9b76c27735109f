import vine, { chinese } from '#web/vine'

const version = vine.number().positive().withoutDecimals()
const name = vine.string().trim().minLength(1).maxLength(100)

export const newDraftValidator = vine.create(
  vine.object({
    name: name.clone(),
    from: vine.enum(['current', 'plugin', 'version']),
    number: version.clone().optional().requiredWhen('from', '=', 'version'),
  })
)
newDraftValidator.messagesProvider = chinese({ name: '草稿名称', from: '起点', number: '版本' })

/** An exported file; whether it is a ruleset is checked by the ruleset's own schema. */
export const importValidator = vine.create(
  vine.object({
    name: name.clone(),
    document: vine.object({}).allowUnknownProperties(),
    words: vine.record(vine.string().maxLength(500)),
    templates: vine.record(
      vine.object({
        label: vine.string().maxLength(100),
        source: vine.string().maxLength(200_000),
        sample: vine.object({}).allowUnknownProperties(),
      })
    ),
  })
)
importValidator.messagesProvider = chinese({
  name: '草稿名称',
  document: '规则',
  words: '用语',
  templates: '模板',
})

export const panelValidator = vine.create(
  vine.object({ version: version.clone(), panel: vine.string().maxLength(40), value: vine.any() })
)

export const publishValidator = vine.create(
  vine.object({
    version: version.clone(),
    note: vine.string().trim().minLength(2).maxLength(300),
  })
)
publishValidator.messagesProvider = chinese({ note: '发布说明' })

export const versionValidator = vine.create(vine.object({ version: version.clone() }))

export const renameValidator = vine.create(
  vine.object({ version: version.clone(), name: name.clone() })
)
renameValidator.messagesProvider = chinese({ name: '草稿名称' })

export const sampleValidator = vine.create(
  vine.object({ sample: vine.number().min(1).max(2000).withoutDecimals() })
)
sampleValidator.messagesProvider = chinese({ sample: '试算件数' })

export const previewValidator = vine.create(
  vine.object({
    template: vine.string().maxLength(40),
    source: vine.string().maxLength(200_000),
    applicationId: vine.number().positive().withoutDecimals().nullable().optional(),
  })
)
previewValidator.messagesProvider = chinese({
  template: '模板',
  source: '模板内容',
  applicationId: '申报',
})

export const caseSearchValidator = vine.create(
  vine.object({ q: vine.string().trim().maxLength(60).nullable().optional() })
)
caseSearchValidator.messagesProvider = chinese({ q: '关键字' })

export const erratumValidator = vine.create(
  vine.object({
    batchId: vine.number().positive().withoutDecimals(),
    reason: vine.string().trim().minLength(2).maxLength(300),
  })
)
erratumValidator.messagesProvider = chinese({ batchId: '批次', reason: '勘误原因' })
