/**
 * The little of a PDF's frame that an added signature needs: where its objects are, what its trailer says, and how
 * objects are added at its end. Reads tables of the plain kind, as the typesetter and this file write them.
 */
export interface PdfFrame {
  size: number
  /** number of the catalogue's object */
  root: number
  /** entries of the trailer that stay as they are */
  kept: string
  lastTable: number
  /** what stands between `obj` and `endobj`; null where there is no such object */
  object(number: number): string | null
}

export function frameOf(pdf: Uint8Array): PdfFrame {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1')
  const [, start] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64)) ?? []
  if (!start) throw new Error('a PDF without its end')
  const lastTable = Number(start)
  const tables: Table[] = []
  for (let at: number | null = lastTable; at !== null; at = tables.at(-1)!.previous)
    tables.push(tableAt(text, at))
  const [{ trailer }] = tables
  return {
    size: Number(/\/Size\s+(\d+)/.exec(trailer)![1]),
    root: Number(/\/Root\s+(\d+) 0 R/.exec(trailer)![1]),
    kept: [/\/Info\s+\d+ 0 R/, /\/ID\s*\[[^\]]*\]/]
      .map((entry) => entry.exec(trailer)?.[0] ?? '')
      .join('\n'),
    lastTable,
    object(number) {
      for (const { offsetOf } of tables) {
        const at = offsetOf(number)
        if (at === null) continue
        const [head] = /^\d+ 0 obj\s*/.exec(text.slice(at, at + 40)) ?? []
        if (!head) throw new Error(`object ${number} is not where its table says`)
        return text.slice(at + head.length, text.indexOf('endobj', at)).trimEnd()
      }
      return null
    },
  }
}

interface Table {
  trailer: string
  /** the table before it */
  previous: number | null
  offsetOf(number: number): number | null
}

const ENTRY = 20

function tableAt(text: string, start: number): Table {
  if (!text.startsWith('xref', start)) throw new Error('a PDF with a packed table')
  const parts: { first: number; count: number; at: number }[] = []
  let at = start + 4
  for (;;) {
    const head = /^\s*(\d+) (\d+)\s*?\r?\n/.exec(text.slice(at, at + 40))
    if (!head) break
    const part = { first: Number(head[1]), count: Number(head[2]), at: at + head[0].length }
    parts.push(part)
    at = part.at + part.count * ENTRY
  }
  const trailer = text.slice(text.indexOf('trailer', at), text.indexOf('startxref', at))
  const [, previous] = /\/Prev\s+(\d+)/.exec(trailer) ?? []
  return {
    trailer,
    previous: previous ? Number(previous) : null,
    offsetOf(number) {
      const part = parts.find(({ first, count }) => number >= first && number < first + count)
      if (!part) return null
      const entry = text.slice(part.at + (number - part.first) * ENTRY).slice(0, ENTRY)
      return entry[17] === 'n' ? Number(entry.slice(0, 10)) : null
    },
  }
}

/** Objects to be added at the end of a PDF of so many bytes, with their table and trailer. */
export function updateOf(frame: PdfFrame, length: number, objects: Map<number, string>): string {
  let text = '\n'
  const offsets = new Map<number, number>()
  for (const [number, body] of objects) {
    offsets.set(number, length + text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const start = length + text.length
  text += 'xref\n'
  for (const number of [...objects.keys()].sort((a, b) => a - b))
    text += `${number} 1\n${String(offsets.get(number)).padStart(10, '0')} 00000 n\r\n`
  const size = Math.max(frame.size, ...[...objects.keys()].map((number) => number + 1))
  return `${text}trailer\n<<\n/Size ${size}\n/Root ${frame.root} 0 R\n/Prev ${frame.lastTable}\n${frame.kept}\n>>\nstartxref\n${start}\n%%EOF\n`
}
