import sharp from 'sharp'
import { keyOf, render } from '#certificates/actions/issue_certificates'
import type Certificate from '#certificates/models/certificate'
import { currentSigner } from '#certificates/signing/signer'
import { storage } from '#tenancy/storage'
import { isMissing } from '#tenancy/stores/store'

/** enough for a phone of three points a pixel */
const WIDE = 1290

/** The first page as PNG; made when it is first asked for, from what the certificate was made of, then kept beside it. */
export async function certificatePicture(certificate: Certificate): Promise<Buffer> {
  const key = keyOf(certificate).replace(/\.pdf$/, '.png')
  try {
    return await storage().read(key)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const svg = await render(certificate, await currentSigner(), 'svg', 'preview')
  const picture = await sharp(svg, { density: 200 })
    .resize({ width: WIDE })
    .flatten({ background: '#ffffff' })
    .png({ palette: true })
    .toBuffer()
  await storage().put(key, picture)
  return picture
}
