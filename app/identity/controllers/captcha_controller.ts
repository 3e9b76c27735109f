import type { HttpContext } from '@adonisjs/core/http'
import { newCaptcha } from '#identity/captcha'

export default class CaptchaController {
  async show({ response }: HttpContext) {
    return response.json(await newCaptcha())
  }
}
