#!/usr/bin/env node
// npm run dev: as npm start, with pages and server reloading on change.
process.argv.push('--dev')
await import('./start.mjs')
