import sharp from 'sharp'
import StoredFile from '#files/models/stored_file'
import { storage } from '#tenancy/storage'
import { Refusal } from '#web/refusal'

/** As it is printed: 35 × 49 mm at 300 dots per inch. */
export async function printedPhoto(fileId: number): Promise<Buffer> {
  try {
    const file = await StoredFile.findOrFail(fileId)
    return await sharp(await storage().read(file.key))
      .resize({ width: 413, height: 579, fit: 'cover' })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 88 })
      .toBuffer()
  } catch {
    throw new Refusal('photo', '照片无法读取，请更换照片后重新生成。')
  }
}
