import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { verifyValidator } from '#certificates/validators/certificates'
import {
  certificateByCode,
  certificateByFile,
  certificateByNumber,
  publicView,
} from '#certificates/verification/find_certificate'
import { checkCaptcha } from '#identity/captcha'
import { page } from '#web/page'
import { Refusal } from '#web/refusal'
import { done } from '#web/reply'

/** captcha from this many misses on */
const CAPTCHA_AFTER = 2
const MAX_FILE_BYTES = 10 * 1024 * 1024
const UNKNOWN = '没有查到该证书，请核对证书编号与姓名；仍有疑问请向发证机关核实。'

/** Anyone checks a certificate: by its QR, by number and name, by the file. Guessing is slowed down. */
export default class VerificationController {
  create({ inertia }: HttpContext) {
    return page(inertia, 'public/verify', {})
  }

  async show(ctx: HttpContext) {
    const misses = await missesOf(ctx)
    const certificate = await certificateByCode(String(ctx.params.code).slice(0, 40))
    if (!certificate) await misses.add()
    return page(ctx.inertia, 'public/certificate', {
      certificate: certificate && publicView(certificate),
      isFileChecked: ctx.request.input('file') === 'same',
    })
  }

  async store(ctx: HttpContext) {
    const misses = await missesOf(ctx)
    const { number, name, captcha } = await ctx.request.validateUsing(verifyValidator)
    if ((await misses.count()) >= CAPTCHA_AFTER && !(await checkCaptcha(captcha)))
      throw new Refusal('captcha', '请先完成人机验证。', [
        { field: 'captcha', message: '请完成人机验证' },
      ])
    const certificate = await certificateByNumber(number, name)
    if (!certificate) {
      await misses.add()
      throw new Refusal('unknown', UNKNOWN)
    }
    return done(ctx, { message: '', to: `/c/${certificate.verificationCode}` })
  }

  async file(ctx: HttpContext) {
    const misses = await missesOf(ctx)
    const upload = ctx.request.file('file')
    if (!upload?.tmpPath) throw new Refusal('file', '请选择要核验的 PDF 文件。')
    if (upload.size > MAX_FILE_BYTES) throw new Refusal('file', '文件不能超过 10 MB。')
    const { certificate, isSigned } = await certificateByFile(await readFile(upload.tmpPath))
    if (!certificate) {
      await misses.add()
      const message = isSigned
        ? '文件的电子签名完整，但不是本系统签发的证书。'
        : '文件不是本系统签发的证书，或已被改动。'
      // said beside the button, where it stays
      throw new Refusal('unknown', message, [{ field: 'file', message }])
    }
    return done(ctx, { message: '', to: `/c/${certificate.verificationCode}?file=same` })
  }
}

/** What an address has asked for in vain; too much of it closes the door for a while. */
async function missesOf({ tenant, request }: HttpContext) {
  const key = `verify:${tenant!.slug}:${request.ip()}`
  const attempts = limiter.use({ requests: 30, duration: '10 mins', blockDuration: '10 mins' })
  if (await attempts.isBlocked(key))
    throw new Refusal('too_many', '查询次数过多，请 10 分钟后再试。')
  return {
    count: async () => (await attempts.get(key))?.consumed ?? 0,
    add: () => attempts.increment(key),
  }
}
