import type { Ratio } from '#bench/ratio'
import { ignitor } from '../bin/ignitor.js'

/** Runs the named measurement inside a booted application and prints its ratios. */
const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(() => undefined)

const [measured] = process.argv.slice(2)
console.log(`\n— ${measured}`)
const { run } = (await import(`#bench/${measured}.bench`)) as { run: () => Promise<Ratio[]> }
const rows = await run()
const number = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: 4, useGrouping: true })
console.log(
  '\n| measured | ours | compared with | ratio | aim | |\n| --- | ---: | ---: | ---: | --- | --- |'
)
for (const { name, unit, ours, theirs, ratio, aim, met } of rows)
  console.log(
    `| ${name} | ${number(ours)} ${unit} | ${number(theirs)} ${unit} | ${ratio.toFixed(2)} | ${aim} | ${met ? 'met' : 'missed'} |`
  )
await app.terminate()
process.exit(0)
