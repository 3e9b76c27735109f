import { createHash } from 'node:crypto'
import { signatureRoom, signedData } from '#certificates/signing/cms'
import { frameOf, updateOf, type PdfFrame } from '#certificates/signing/pdf_update'
import type { DocumentSigner } from '#certificates/signing/signer'

interface About {
  reason: string
  at: Date
}

const RANGE_WIDTH = 40

/**
 * Signs a PDF (PAdES B-B); the signed document is the given one with the signature added at its end. Only the frame of
 * the file is read: taking the whole apart would cost more than setting it.
 */
export async function signPdf(
  pdf: Uint8Array,
  signer: DocumentSigner,
  about: About
): Promise<Buffer> {
  const room = signatureRoom(signer)
  const frame = frameOf(pdf)
  const update = updateOf(frame, pdf.length, signatureObjects(frame, room, about))
  const signed = Buffer.concat([pdf, Buffer.from(update, 'latin1')])
  // what is signed is all but the signature's own hexadecimal digits and their brackets
  const from = signed.indexOf('/Contents <', pdf.length) + '/Contents '.length
  const to = from + room * 2 + 2
  const range = `[0 ${from} ${to} ${signed.length - to}]`.padEnd(RANGE_WIDTH)
  signed.write(range, signed.indexOf('/ByteRange ', pdf.length) + '/ByteRange '.length, 'latin1')
  const digest = createHash('sha256')
    .update(signed.subarray(0, from))
    .update(signed.subarray(to))
    .digest()
  const signature = await signedData(digest, signer)
  if (signature.length > room) throw new Error(`a signature of ${signature.length} bytes`)
  signed.write(signature.toString('hex'), from + 1, 'latin1')
  return signed
}

/** Signature, its field without a place on the page, and the catalogue or the form that names it. */
function signatureObjects(frame: PdfFrame, room: number, { reason, at }: About) {
  const catalogue = frame.object(frame.root)!
  const [, known] = /\/AcroForm\s+(\d+) 0 R/.exec(catalogue) ?? []
  const signature = frame.size
  const field = signature + 1
  const form = known ? Number(known) : field + 1
  const fields = known ? (/\/Fields\s*\[([^\]]*)\]/.exec(frame.object(form)!)?.[1] ?? '') : ''
  const moment = at.toISOString().slice(0, 19).replace(/[-T:]/g, '')
  const objects = new Map([
    [
      signature,
      `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange ${' '.repeat(RANGE_WIDTH)}\n/Contents <${'0'.repeat(room * 2)}>\n/M (D:${moment}Z)\n/Reason <${hexText(reason)}>\n>>`,
    ],
    [
      field,
      `<<\n/FT /Sig\n/T (Signature_${signature})\n/V ${signature} 0 R\n/Type /Annot\n/Subtype /Widget\n/F 132\n/P ${firstPage(frame, catalogue)} 0 R\n/Rect [0 0 0 0]\n>>`,
    ],
    [form, `<<\n/Fields [${fields} ${field} 0 R]\n/SigFlags 3\n>>`],
  ])
  if (!known) objects.set(frame.root, `${catalogue.replace(/>>$/, '')}/AcroForm ${form} 0 R\n>>`)
  return objects
}

function firstPage(frame: PdfFrame, catalogue: string): number {
  let number = Number(/\/Pages\s+(\d+) 0 R/.exec(catalogue)![1])
  for (;;) {
    const [, kid] = /\/Kids\s*\[\s*(\d+) 0 R/.exec(frame.object(number)!) ?? []
    if (!kid) return number
    number = Number(kid)
  }
}

/** Text of any script, as PDF writes it. */
const hexText = (text: string) =>
  `FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}`
