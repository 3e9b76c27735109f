import { randomBytes } from 'node:crypto'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import db from '@adonisjs/lucid/services/db'
import type { Cells, ImportDefinition } from '#imports/define_import'
import { checkZip } from '#imports/read_rows'
import { enqueue } from '#jobs/enqueue'
import { storage } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

const MAX_BYTES = 20 * 1024 * 1024
const refuse = (message: string) => new Refusal('file', message, [{ field: 'file', message }])

/** Takes a file in and orders its check; nothing is added yet (HU-34: check first, then commit). */
export default async function startImport(
  ctx: ActorContext,
  definition: ImportDefinition,
  upload: MultipartFile | null,
  chosen: Cells
): Promise<number> {
  if (!upload?.tmpPath) throw refuse('请选择要导入的 Excel 文件。')
  if (upload.size > MAX_BYTES) throw refuse('文件不能超过 20 MB，请分成几个文件导入。')
  await checkChoices(definition, chosen)
  await checkZip(upload.tmpPath)
  const random = randomBytes(16).toString('hex')
  const key = `imports/${random}.xlsx`
  await storage().take(key, upload.tmpPath)
  try {
    return await db.transaction(async (trx) => {
      const [id] = await trx.table('imports').insert({
        kind: definition.kind,
        options: JSON.stringify(chosen),
        file_name: upload.clientName.normalize('NFC').slice(-200),
        file_key: key,
        account_id: ctx.actor.accountId,
        created_at: stamp(ctx),
      })
      await enqueue(
        ctx,
        {
          kind: 'imports.check',
          key: `imports.check:${id}`,
          label: `校验导入文件（${definition.label}）`,
          payload: { importId: id },
        },
        trx
      )
      return id as number
    })
  } catch (error) {
    await storage().remove(key)
    throw error
  }
}

async function checkChoices(definition: ImportDefinition, chosen: Cells) {
  const errors = []
  for (const { name, label, required, choices } of definition.choices) {
    const known = (await choices()).some(({ value }) => value === chosen[name])
    if (chosen[name] ? !known : required) errors.push({ field: name, message: `请选择${label}` })
  }
  if (errors.length > 0) throw new Refusal('choices', '请先选择导入条件', errors)
}
