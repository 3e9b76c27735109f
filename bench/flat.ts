import { atLeast, type Ratio } from '#bench/ratio'

/** how much memory may grow over that of a tenth of the rows */
const GROWTH_MB = 200

export interface Measured {
  rate: number
  peak: number
}

/** Rows a second, and the most memory the process had meanwhile. */
export async function measured(rows: number, work: () => Promise<unknown>): Promise<Measured> {
  globalThis.gc?.()
  let peak = 0
  const look = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  const since = performance.now()
  await work()
  clearInterval(look)
  return { rate: (rows * 1000) / (performance.now() - since), peak: peak / 1024 / 1024 }
}

/** The rate beside the bare library's; throws where memory grew with the rows. */
export function flat(
  name: string,
  rows: number,
  tenth: Measured,
  ours: Measured,
  theirs: Measured
): Ratio {
  const growth = ours.peak - tenth.peak
  console.log(
    `  ${name}: memory ${tenth.peak.toFixed(0)} MB at ${rows / 10} rows, ${ours.peak.toFixed(0)} MB at ${rows}`
  )
  if (growth > GROWTH_MB) throw new Error(`${name}: memory grew by ${growth.toFixed(0)} MB`)
  return atLeast(0.5, {
    name: `${name} of ${rows} rows, against the bare library`,
    unit: 'rows/s',
    ours: ours.rate,
    theirs: theirs.rate,
  })
}
