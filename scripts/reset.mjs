#!/usr/bin/env node
// npm run reset [-- --yes]: removes the data of this copy (.local), after stopping its own services.
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { LOCAL, log } from './lib/home.mjs'
import { servicesDown } from './services.mjs'

if (!process.argv.includes('--yes')) {
  const prompt = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await prompt.question(`删除 ${LOCAL} 中的全部数据？输入 yes 确认：`)
  prompt.close()
  if (answer.trim() !== 'yes') process.exit(1)
}
await servicesDown()
rmSync(LOCAL, { recursive: true, force: true })
log('已清空')
