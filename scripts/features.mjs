#!/usr/bin/env node
// npm run features: the rows of docs/features.tsv that no test names.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './lib/home.mjs'

const rows = readFileSync(join(ROOT, 'docs/features.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

const texts = []
const read = (folder) => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) read(path)
    else if (name.endsWith('.spec.ts')) texts.push(readFileSync(path, 'utf8'))
  }
}
read(join(ROOT, 'tests'))
const named = new Set(texts.join('\n').match(/\b(HN|HU|HB)-\d\d\b/g) ?? [])

const missing = rows.filter(([id]) => !named.has(id))
for (const [id, , summary] of missing) console.log(`${id}  ${summary}`)
console.log(`\n${rows.length - missing.length} of ${rows.length} rows are named by a test.`)
