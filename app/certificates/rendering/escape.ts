/** Beside letters and digits of all scripts and the full-width punctuation, nothing passes as it is. */
const UNSAFE = /[^A-Za-z0-9 \u00a0-\u1fff\u2070-\u2fff\u3000-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]/gu
/** Controls, marks of direction and characters without width. */
const STRIPPED =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * A value as it may stand in Typst, in its markup as well as between quotes: `\u{hex}` is read the same in both, so a
 * name can never become a command.
 */
export function escapeTypst(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  return String(value)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(STRIPPED, '')
    .replace(UNSAFE, (character) => {
      const point = character.codePointAt(0)!
      return point > 0xffff ? character : `\\u{${point.toString(16)}}`
    })
}
