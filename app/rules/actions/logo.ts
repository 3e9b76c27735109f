import type { MultipartFile } from '@adonisjs/core/bodyparser'
import db from '@adonisjs/lucid/services/db'
import audit from '#audit/audit'
import StoredFile from '#files/models/stored_file'
import { storeUpload } from '#files/store_file'
import { storage } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'
import { forgetBrand, type Logo } from '#web/brand'
import { Refusal } from '#web/refusal'
import { readSetting, writeSetting } from '#web/settings'

const NAME = 'portal_logo'
/** twice as large as it is shown, for sharp screens */
const LONGEST_SIDE = 480

const readLogo = () => readSetting<Partial<Logo>>(NAME, {})

/** The file that is shown under this mark; an earlier one is not found any more. */
export async function logoFile(mark: string): Promise<StoredFile | null> {
  const { value } = await readLogo()
  return value.mark === mark ? StoredFile.find(value.fileId) : null
}

/** Only pictures made of points, drawn anew: nothing that could run comes in with them. */
export async function saveLogo(ctx: ActorContext, upload: MultipartFile | null) {
  const { value, version } = await readLogo()
  const file = await storeUpload(ctx, upload, {
    purpose: 'logo',
    accept: ['png', 'jpg', 'webp'],
    maxSizeKb: 1024,
    longestSide: LONGEST_SIDE,
  })
  const logo: Logo = { fileId: file.id, mark: file.sha256.slice(0, 16) }
  await db.transaction(async (trx) => {
    await writeSetting(ctx, trx, NAME, { value: logo, version })
    await audit(ctx, { action: 'portal.logo_changed' }, trx)
  })
  await drop(value.fileId)
  forgetBrand()
}

export async function removeLogo(ctx: ActorContext) {
  const { value } = await readLogo()
  if (!value.fileId) throw new Refusal('logo', '还没有标志。')
  await db.transaction(async (trx) => {
    await trx.from('tenant_settings').where('name', NAME).delete()
    await audit(ctx, { action: 'portal.logo_removed' }, trx)
  })
  await drop(value.fileId)
  forgetBrand()
}

async function drop(fileId: number | undefined) {
  const file = fileId ? await StoredFile.find(fileId) : null
  if (!file) return
  await file.delete()
  await storage().remove(file.key)
}
