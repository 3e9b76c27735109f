import type { Ratio } from '#bench/ratio'
import { ignitor } from '../bin/ignitor.js'

/** Runs the named measurements one after the other inside a booted application and prints their ratios. */
const app = ignitor().createApp('console')
await app.init()
await app.boot()
await app.start(() => undefined)

const rows: Ratio[] = []
for (const name of process.argv.slice(2)) {
  console.log(`\n— ${name}`)
  const { run } = (await import(`#bench/${name}.bench`)) as { run: () => Promise<Ratio[]> }
  rows.push(...(await run()))
}
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
