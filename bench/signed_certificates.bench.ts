import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumRival, median, person, rate } from '#bench/certificates/chromium'
import { atLeast, type Ratio } from '#bench/ratio'
import Application from '#applications/models/application'
import issueCertificate from '#certificates/actions/issue_certificate'
import requestCertificates from '#certificates/actions/request_certificates'
import Certificate from '#certificates/models/certificate'
import { endRendering, renderDocument } from '#certificates/rendering/render_document'
import { signPdf } from '#certificates/signing/sign_pdf'
import { currentSigner } from '#certificates/signing/signer'
import { rulesetById } from '#batches/queries/rulesets'
import { crowdOfNumbered, generatorOf } from '#tests/helpers/numbered'
import { dropTestTenants, inProvince } from '#tests/helpers/tenants'
import { systemContext } from '#web/actor'

const ROUNDS = 5
const A_ROUND = 60
const CHROMIUM_A_ROUND = 8
const PROVINCE = 'hunan'

/**
 * The whole way of a certificate: read, rendered in the child, signed, stored, certified. Against an unsigned one of
 * headless Chromium, and against the bare renderer and the bare signer with a written file, without our rows.
 */
export async function run(): Promise<Ratio[]> {
  const rival = await chromiumRival()
  const folder = await mkdtemp(join(tmpdir(), 'zhicheng-signed-'))
  try {
    return await inProvince(PROVINCE, async () => {
      const crowd = await crowdOfNumbered((ROUNDS + 1) * A_ROUND)
      const ctx = await generatorOf(await Application.findOrFail(crowd[0]))
      await requestCertificates(ctx, { applicationIds: crowd })
      const rows = await Certificate.query().whereIn('applicationId', crowd).orderBy('id')
      const signer = await currentSigner()
      const { templates } = await rulesetById(rows[0].rulesetId)
      const { source } = templates[rows[0].template]
      let next = 0
      let n = 0
      const ours = async () => {
        const made = await issueCertificate(systemContext(), rows[next++].id)
        if (!made.ok) throw new Error(made.reason)
      }
      const bare = async () => {
        const data = person(++n)
        const { bytes } = await renderDocument({
          template: source,
          data,
          qrText: data.verifyUrl,
          sealText: signer.sealText,
          day: '2026-06-01',
          output: 'pdf',
        })
        const signed = await signPdf(bytes, signer, { reason: '职称证书', at: new Date() })
        await writeFile(join(folder, `${n % 100}.pdf`), signed)
      }
      const chromium = () => rival.make(++n)
      await rate(ours, A_ROUND)
      await rate(bare, A_ROUND)
      await rate(chromium, 3)
      const rates = { ours: [] as number[], bare: [] as number[], chromium: [] as number[] }
      for (let round = 0; round < ROUNDS; round++) {
        rates.ours.push(await rate(ours, A_ROUND))
        rates.bare.push(await rate(bare, A_ROUND))
        rates.chromium.push(await rate(chromium, CHROMIUM_A_ROUND))
      }
      const shared = { unit: '/s', ours: median(rates.ours) }
      return [
        atLeast(20, {
          ...shared,
          name: 'certificates signed and stored, against unsigned ones of headless Chromium',
          theirs: median(rates.chromium),
        }),
        atLeast(0.8, {
          ...shared,
          name: 'certificates signed and stored, against bare renderer and bare signer',
          theirs: median(rates.bare),
        }),
      ]
    })
  } finally {
    endRendering()
    await rival.close()
    await rm(folder, { recursive: true, force: true })
    await dropTestTenants()
  }
}
