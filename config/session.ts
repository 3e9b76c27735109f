import { defineConfig } from '@adonisjs/session'
import env from '#start/env'
import { SESSION_COOKIE, SESSION_MINUTES, tenantSessionStore } from '#tenancy/session_store'

export default defineConfig({
  enabled: true,
  cookieName: SESSION_COOKIE,
  clearWithBrowser: true,
  age: `${SESSION_MINUTES}m`,
  cookie: { path: '/', httpOnly: true, secure: env.get('COOKIE_SECURE', false), sameSite: 'lax' },
  store: 'tenant',
  stores: { tenant: tenantSessionStore() },
})
