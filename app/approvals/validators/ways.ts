import vine from '#web/vine'

const code = vine.string().trim().maxLength(40)

export const waysValidator = vine.create(
  vine.object({
    batch: vine.number().positive().withoutDecimals(),
    category: code.clone().nullable().optional(),
    series: code.clone(),
    specialty: code.clone(),
    title: code.clone(),
    acquisition: code.clone(),
    mode: code.clone(),
    evaluationMethod: code.clone(),
  })
)
