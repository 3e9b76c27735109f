import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import QRCode from 'qrcode'
import { person } from '#bench/certificates/chromium'
import { fillTemplate } from '#certificates/rendering/fill_template'
import { loadFonts } from '#certificates/rendering/fonts'
import type { DocumentSigner } from '#certificates/signing/signer'

const LIBRARY = new URL('../../app/certificates/rendering/lib.typ', import.meta.url)
const HEAD = `#set document(date: datetime(year: 2026, month: 6, day: 1))
#set text(font: ("Noto Serif SC", "LXGW WenKai"), lang: "zh", region: "cn", size: 12pt, cjk-latin-spacing: none)
`

/** The libraries called straight, in one process: compiler, signature, file. No child, no rows, no checks. */
export async function bareRival(template: string, signer: DocumentSigner, folder: string) {
  const compiler = NodeCompiler.create({
    workspace: '/documents',
    fontArgs: [{ fontBlobs: loadFonts() }],
  })
  compiler.addSource('/documents/lib.typ', await readFile(LIBRARY, 'utf8'))
  compiler.mapShadow('/documents/in/seal.txt', Buffer.from(signer.sealText))
  return async (n: number) => {
    const data = person(n)
    const code = await QRCode.toString(data.verifyUrl, { type: 'svg', margin: 0 })
    compiler.mapShadow('/documents/in/qr.svg', Buffer.from(code))
    compiler.addSource('/documents/main.typ', HEAD + fillTemplate(template, data).source)
    const { result } = compiler.compile({ mainFilePath: '/documents/main.typ' })
    const pdf = compiler.pdf(result!, { pdfStandard: 'a-2b', creationTimestamp: 1_780_272_000 })
    compiler.evictCache(10)
    const document = await PDF.load(pdf)
    const { bytes } = await document.sign({
      signer: {
        certificate: signer.certificate,
        keyType: 'RSA',
        signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
        sign: (signed) => signer.sign(signed),
      },
      level: 'B-B',
      reason: '职称证书',
      estimatedSize: 6144,
    })
    await writeFile(join(folder, `${n % 1000}.pdf`), bytes)
    await new Promise(setImmediate)
  }
}
