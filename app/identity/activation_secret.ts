import { createHash, randomInt } from 'node:crypto'

// no 0 O 1 I L: secrets are read from paper
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Ten letters, 49 bits: used once, short-lived, shown once (design §10.2). */
export const newSecret = () =>
  Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

export const secretHash = (secret: string) =>
  createHash('sha256').update(secret.trim().toUpperCase().replace(/[\s-]/g, '')).digest('hex')
