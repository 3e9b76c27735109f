import { X509Certificate } from 'node:crypto'
import { test } from '@japa/runner'
import { PDF } from '@libpdf/core'
import { fromBER } from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'
import { endRendering, renderDocument } from '#certificates/rendering/render_document'
import { signPdf } from '#certificates/signing/sign_pdf'
import { currentSigner } from '#certificates/signing/signer'
import { verifyPdf } from '#certificates/signing/verify_pdf'
import { sampleCertificate } from '#province/sample_certificate'
import { provinceOf } from '#province/registry'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const at = new Date('2026-06-01T08:00:00Z')

test.group('signing of documents', (group) => {
  let pdf: Buffer
  group.setup(async () => {
    await tenantOf('henan')
    await tenantOf('hebei')
    const rendered = await renderDocument({
      template: provinceOf('henan').templates.certificate.source,
      data: sampleCertificate,
      sealText: '测试章',
      day: '2026-06-01',
      output: 'pdf',
    })
    pdf = rendered.bytes
  })
  group.teardown(() => endRendering())

  test('a signed document is the given one with a signature that covers it', async ({ assert }) => {
    const { signed, signer } = await inProvince('henan', async () => {
      const own = await currentSigner()
      return { signer: own, signed: await signPdf(pdf, own, { reason: '职称证书', at }) }
    })
    assert.isTrue(signed.subarray(0, pdf.length).equals(pdf))
    assert.match(signed.toString('latin1'), /ETSI\.CAdES\.detached/)
    const [signature, ...more] = verifyPdf(signed)
    assert.deepEqual(more, [])
    assert.deepInclude(signature, { valid: true, coversAll: true, signer: signer.name })
    assert.match(signer.name, /测试章$/)
    const certificate = new X509Certificate(signer.certificate)
    assert.isTrue(certificate.verify(certificate.publicKey))
    assert.match(certificate.subject, /不具法律效力/)
  })

  test('readers that are not ours find the signature and hold it for good', async ({ assert }) => {
    const signed = await inProvince('henan', async () =>
      signPdf(pdf, await currentSigner(), { reason: '职称证书', at })
    )
    const document = await PDF.load(signed)
    assert.lengthOf(document.getPages(), 1)
    const text = signed.toString('latin1')
    const [, ...range] = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text)!.map(Number)
    const [before, from, length] = range
    assert.equal(from + length, signed.length)
    const cms = Buffer.from(text.slice(before + 1, from - 1), 'hex')
    const { result } = fromBER(cms)
    const signedData = new SignedData({ schema: new ContentInfo({ schema: result }).content })
    const covered = Buffer.concat([signed.subarray(0, before), signed.subarray(from)])
    const holds = (data: Buffer) =>
      signedData.verify({ signer: 0, data: new Uint8Array(data).buffer }).catch(() => false)
    assert.isTrue(await holds(covered))
    covered[2000] ^= 1
    assert.isFalse(await holds(covered))
  })

  test('a change inside or a piece added after it is seen', async ({ assert }) => {
    const signed = await inProvince('henan', async () =>
      signPdf(pdf, await currentSigner(), { reason: '职称证书', at })
    )
    const changed = Buffer.from(signed)
    changed[2000] ^= 1
    assert.deepInclude(verifyPdf(changed)[0], { valid: false, coversAll: true })
    const longer = Buffer.concat([signed, Buffer.from('\n% more')])
    assert.deepInclude(verifyPdf(longer)[0], { valid: true, coversAll: false })
    assert.deepEqual(verifyPdf(pdf), [])
    const garbled = Buffer.from(signed)
    garbled.fill('0', signed.indexOf('<3082') + 100, signed.indexOf('<3082') + 900)
    assert.isFalse(verifyPdf(garbled)[0].valid)
  })

  test('each province has its own key; a second signature leaves the first valid', async ({
    assert,
  }) => {
    const [one, again] = await inProvince('henan', async () => [
      await currentSigner(),
      await currentSigner(),
    ])
    const other = await inProvince('hebei', () => currentSigner())
    assert.strictEqual(one, again)
    assert.notEqual(
      Buffer.from(one.certificate).toString('hex'),
      Buffer.from(other.certificate).toString('hex')
    )
    const twice = await signPdf(await signPdf(pdf, one, { reason: '一', at }), other, {
      reason: '二',
      at,
    })
    const found = verifyPdf(twice)
    assert.deepEqual(
      found.map(({ valid, coversAll, signer }) => [valid, coversAll, signer]),
      [
        [true, false, one.name],
        [true, true, other.name],
      ]
    )
  })
})
