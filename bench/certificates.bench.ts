import { chromiumRival, median, person, rate } from '#bench/certificates/chromium'
import { atLeast, type Ratio } from '#bench/ratio'
import { Typesetter } from '#certificates/rendering/typesetter'
import { allProvinces } from '#province/registry'

const WARM_UP = 20
const ROUNDS = 5
const OURS_A_ROUND = 120
const THEIRS_A_ROUND = 12

/**
 * Certificates a second of one process each: ours in the typesetter of a rendering child, theirs the same fields laid
 * out by a headless Chromium whose page is kept open. Rounds alternate, the middle one counts.
 */
export async function run(): Promise<Ratio[]> {
  const typesetter = new Typesetter()
  const template = allProvinces()[0].templates.certificate.source
  const rival = await chromiumRival()
  try {
    let n = 0
    const ours = async () => {
      const data = person(++n)
      const answer = typesetter.render({
        template,
        data,
        qrText: data.verifyUrl,
        sealText: '测试章',
        day: '2026-06-01',
        output: 'pdf',
      })
      if (!answer.ok) throw new Error(answer.faults[0])
      await new Promise(setImmediate)
    }
    const theirs = () => rival.make(++n)
    for (let done = 0; done < WARM_UP; done++) await ours()
    for (let done = 0; done < 3; done++) await theirs()
    const rates: { ours: number; theirs: number }[] = []
    for (let round = 0; round < ROUNDS; round++)
      rates.push({
        ours: await rate(ours, OURS_A_ROUND),
        theirs: await rate(theirs, THEIRS_A_ROUND),
      })
    return [
      atLeast(30, {
        name: 'certificates of one process, against headless Chromium',
        unit: '/s',
        ours: median(rates.map((each) => each.ours)),
        theirs: median(rates.map((each) => each.theirs)),
      }),
    ]
  } finally {
    await rival.close()
  }
}
