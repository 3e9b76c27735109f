import { prettyPrintError } from '@adonisjs/core'
import { ignitor } from './ignitor.js'

const { createPrefixServer } = await import('#tenancy/prefix_server')

await ignitor()
  .httpServer()
  .start((handler) => createPrefixServer(handler))
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
