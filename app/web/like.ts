/** Pattern of `like` that finds the words anywhere; wildcards in them stand for themselves. */
export const containing = (words: string) => `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`
