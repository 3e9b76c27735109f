import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/inertia'

export default defineConfig({
  // the api client of the tests sends "1"; the version of a built manifest would answer each with 409
  assetsVersion: app.inTest ? '1' : undefined,
  rootView: 'app',
  ssr: { enabled: false, entrypoint: 'resources/ssr.tsx' },
})
