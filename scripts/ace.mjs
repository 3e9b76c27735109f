#!/usr/bin/env node
// npm run ace -- <command>: the product's commands with the settings of this copy. Starts the services if they are down.
import { ensureDependencies, ace } from './lib/install.mjs'
import { servicesDown, servicesUp, settings } from './services.mjs'

ensureDependencies()
const started = await servicesUp()
const code = await ace(process.argv.slice(2), {
  PORT: '3000',
  DEMO: 'true',
  ...settings(),
  ...process.env,
})
await servicesDown(started)
process.exit(code)
