/** Wildcards of `like` as plain letters. */
const plain = (words: string) => words.trim().replace(/[\\%_]/g, '\\$&')

/** Pattern of `like` that finds the words anywhere; wildcards in them stand for themselves. */
export const containing = (words: string) => `%${plain(words)}%`

/** The same for the beginning, which an index serves. */
export const startingWith = (words: string) => `${plain(words)}%`
