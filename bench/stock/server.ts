import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

const ROOT = new URL('./', import.meta.url)

/** A plain application as the framework's documentation sets one up: session, shield, auth, one route. */
await new Ignitor(ROOT, {
  importer: (path) =>
    path.startsWith('./') || path.startsWith('../')
      ? import(new URL(path, ROOT).href)
      : import(path),
})
  .tap((app) => app.listen('SIGTERM', () => app.terminate()))
  .httpServer()
  .start()
