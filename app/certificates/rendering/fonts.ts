import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import * as fontkit from 'fontkit'

const { resolve } = createRequire(import.meta.url)
const SONG = '@expo-google-fonts/noto-serif-sc'

/** The faces of every document: 宋 in two weights and 楷, which also has the rare characters. */
export const loadFonts = (): Buffer[] => [
  readFileSync(resolve(`${SONG}/400Regular/NotoSerifSC_400Regular.ttf`)),
  readFileSync(resolve(`${SONG}/700Bold/NotoSerifSC_700Bold.ttf`)),
  // the whole font, whatever its name says
  unpackWoff(
    readFileSync(resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff'))
  ),
]

/** Typst reads TrueType; WOFF 1 is the same tables, each deflated. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font')
  const count = woff.readUInt16BE(12)
  const power = Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + 16 * count)
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(16 << power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE((count << 4) - (16 << power), 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (let index = 0; index < count; index++) {
    const entry = 44 + index * 20
    const at = woff.readUInt32BE(entry + 4)
    const packed = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const raw = woff.subarray(at, at + packed)
    const table = packed < length ? inflateSync(raw) : raw
    const record = 12 + index * 16
    woff.copy(head, record, entry, entry + 4)
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), record + 4)
    head.writeUInt32BE(offset, record + 8)
    head.writeUInt32BE(length, record + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    parts.push(table, padding)
    offset += length + padding.length
  }
  return Buffer.concat(parts)
}

/**
 * Characters no face can draw. Typst prints an empty box for them without a word, so documents are looked through
 * before: a person's name must not lose a character.
 */
export function missingGlyphs(fonts: Buffer[]): (text: string) => string[] {
  const faces = fonts.map((font) => fontkit.create(font) as fontkit.Font)
  const known = new Map<string, boolean>()
  return (text) => {
    const missing = new Set<string>()
    for (const character of text) {
      const point = character.codePointAt(0)!
      if (point <= 0x7e || /\s/u.test(character)) continue
      let drawn = known.get(character)
      if (drawn === undefined) {
        drawn = faces.some((face) => face.hasGlyphForCodePoint(point))
        known.set(character, drawn)
      }
      if (!drawn) missing.add(character)
    }
    return [...missing]
  }
}
