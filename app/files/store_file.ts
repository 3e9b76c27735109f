import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import db from '@adonisjs/lucid/services/db'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { pdfFault } from '#files/check_pdf'
import StoredFile from '#files/models/stored_file'
import { requireTenant } from '#tenancy/context'
import { storage } from '#tenancy/storage'
import type { ActorContext } from '#web/actor'
import { keptPerTenant } from '#web/kept'
import { Refusal } from '#web/refusal'

const MIMES: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
}

/** What a photo may come as; anything but JPEG and PNG is kept as JPEG. */
export const PICTURES = ['jpg', 'png', 'webp', 'gif', 'tif', 'avif']
const READABLE = new Set(['pdf', ...PICTURES])

export interface UploadRules {
  purpose: string
  accept: string[]
  maxSizeKb: number
  applicationId?: number
  /** a picture that is shown small and may be see-through: kept as PNG, no side longer than this */
  longestSide?: number
}

const refuse = (message: string) => new Refusal('file', message, [{ field: 'file', message }])

/**
 * Takes an uploaded file in: size, kind by its bytes (not by its name), pictures drawn anew so that nothing rides along
 * in them. Stored under a random key; the name is kept for people only.
 */
export async function storeUpload(
  ctx: ActorContext,
  upload: MultipartFile | null,
  rules: UploadRules
): Promise<StoredFile> {
  if (!upload?.tmpPath) throw refuse('请选择要上传的文件。')
  if (upload.size > rules.maxSizeKb * 1024)
    throw refuse(
      `文件不能超过 ${sizeWords(rules.maxSizeKb)}，这个文件有 ${sizeWords(upload.size / 1024)}。`
    )
  await refuseOverQuota(upload.size)
  const bytes = await readFile(upload.tmpPath)
  const found = await fileTypeFromBuffer(bytes)
  const kind = found && READABLE.has(found.ext) ? found.ext : null
  if (!kind || !rules.accept.includes(kind))
    throw refuse(
      `只能上传 ${rules.accept.join('、').toUpperCase()} 文件；文件内容与格式不符的也不能上传。`
    )
  const extension = rules.longestSide ? 'png' : kind === 'pdf' || kind === 'png' ? kind : 'jpg'
  const fault = extension === 'pdf' ? await pdfFault(bytes) : null
  if (fault) throw refuse(fault)
  return storeBytes(
    ctx,
    extension === 'pdf' ? bytes : await redraw(bytes, extension, rules.longestSide),
    {
      name: fileName(upload.clientName, kind, extension),
      extension,
      purpose: rules.purpose,
      applicationId: rules.applicationId ?? null,
    }
  )
}

const storedBytes = keptPerTenant(async () => {
  const [{ bytes }] = await db.from('files').sum('size as bytes')
  return Number(bytes ?? 0)
})

/** The operator bounds the room of a province; what the system makes itself, as certificates, is still kept. */
async function refuseOverQuota(size: number) {
  const { storageQuotaMb } = requireTenant()
  if (storageQuotaMb === null) return
  if ((await storedBytes.get()) + size > storageQuotaMb * 1024 * 1024)
    throw refuse('本省的存储空间已用完，暂时不能上传，请联系平台管理员。')
}

/** A file as pages know it. */
export interface StoredLink {
  id: number
  name: string
  mime: string
  size: number
}

export const linkTo = ({ id, name, mime, size }: StoredFile): StoredLink => ({
  id,
  name,
  mime,
  size: Number(size),
})

/** Stores what we made or checked ourselves. */
export async function storeBytes(
  ctx: ActorContext,
  bytes: Buffer,
  about: {
    name: string
    extension: string
    purpose: string
    applicationId: number | null
    key?: string
  }
): Promise<StoredFile> {
  const random = randomBytes(16).toString('hex')
  const key = about.key ?? `${random.slice(0, 2)}/${random}.${about.extension}`
  await storage().put(key, bytes)
  return StoredFile.create({
    key,
    name: about.name,
    mime: MIMES[about.extension],
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    purpose: about.purpose,
    ownerAccountId: ctx.actor.accountId,
    applicationId: about.applicationId,
    status: 'clean',
  })
}

/** The name for people: without what could be taken for a path or a command, with the ending of what is stored. */
function fileName(name: string, kind: string, extension: string) {
  const clean = [...name.normalize('NFC').replace(/[\p{Cc}\p{Cf}/\\]/gu, '')].slice(-150).join('')
  return kind === extension ? clean : `${clean.replace(/\.\w{1,5}$/, '')}.${extension}`
}

async function redraw(bytes: Buffer, kind: 'jpg' | 'png', side = 2400): Promise<Buffer> {
  try {
    const image = sharp(bytes, { limitInputPixels: 50_000_000 })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    return await (kind === 'jpg' ? image.jpeg({ quality: 88 }) : image.png()).toBuffer()
  } catch {
    throw refuse('图片已损坏或尺寸过大，无法读取，请重新导出后上传。')
  }
}

const sizeWords = (kb: number) =>
  kb >= 1024 ? `${(kb / 1024).toFixed(1)} MB` : `${Math.ceil(kb)} KB`
