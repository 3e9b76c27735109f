import { defineConfig } from '@adonisjs/core/http'

export const appKey = process.env.APP_KEY
export const http = defineConfig({
  generateRequestId: false,
  cookie: { path: '/', maxAge: '2h', httpOnly: true, secure: false, sameSite: 'lax' },
})
