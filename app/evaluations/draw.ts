import { createHash, createHmac, randomBytes } from 'node:crypto'

/**
 * A draw anyone can repeat: the secret's hash is stored before the pool is frozen, the secret is published afterwards.
 * HMAC-DRBG (SP 800-90A) from secret and pool, Fisher–Yates with rejection sampling over sorted ids.
 */
export const newSecret = () => randomBytes(32).toString('hex')
export const commitmentOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** The first `count` of the shuffled pool; the order of the input does not matter. */
export function draw(secret: string, pool: number[], count: number): number[] {
  const ids = [...new Set(pool)].sort((a, b) => a - b)
  const next = generator(
    createHash('sha256')
      .update(`${secret}|${ids.join(',')}`)
      .digest()
  )
  for (let last = ids.length - 1; last > 0; last--) {
    const pick = below(last + 1, next)
    ;[ids[last], ids[pick]] = [ids[pick], ids[last]]
  }
  return ids.slice(0, count)
}

type Bytes = (count: number) => Buffer

function generator(seed: Buffer): Bytes {
  let key: Buffer = Buffer.alloc(32, 0)
  let value: Buffer = Buffer.alloc(32, 1)
  const mac = (...parts: Buffer[]) =>
    createHmac('sha256', key).update(Buffer.concat(parts)).digest()
  key = mac(value, Buffer.from([0]), seed)
  value = mac(value)
  key = mac(value, Buffer.from([1]), seed)
  value = mac(value)
  return (count) => {
    value = mac(value)
    return value.subarray(0, count)
  }
}

/** Uniform in 0 … bound − 1: numbers from the uneven rest are thrown away. */
function below(bound: number, next: Bytes): number {
  const fair = Math.floor(2 ** 32 / bound) * bound
  for (;;) {
    const number = next(4).readUInt32BE()
    if (number < fair) return number % bound
  }
}

export interface NeedOfDraw {
  /** ids of the experts who fit the need and have nothing to avoid */
  candidates: number[]
  count: number
  reserves: number
}

/**
 * Need after need: who was drawn for an earlier one is out for the later. Answers for each the ids in the order drawn, the
 * first `count` to sit, the rest in reserve.
 */
export function drawNeeds(secret: string, needs: NeedOfDraw[]): number[][] {
  const taken = new Set<number>()
  return needs.map(({ candidates, count, reserves }, index) => {
    const free = candidates.filter((id) => !taken.has(id))
    const ids = draw(`${secret}|${index}`, free, count + reserves)
    ids.forEach((id) => taken.add(id))
    return ids
  })
}
