import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/inertia'

/** Of the built pages, taken once: left to Inertia it is reckoned from the whole manifest at every request. */
function builtVersion(): string | undefined {
  const manifest = app.publicPath('assets/.vite/manifest.json')
  if (app.inDev || !existsSync(manifest)) return undefined
  return createHash('sha256').update(readFileSync(manifest)).digest('hex').slice(0, 16)
}

export default defineConfig({
  // the api client of the tests sends "1"; the version of a built manifest would answer each with 409
  assetsVersion: app.inTest ? '1' : builtVersion(),
  rootView: 'app',
  ssr: { enabled: false, entrypoint: 'resources/ssr.tsx' },
})
