const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether a unified social credit code is well formed, and whether its check letter fits (GB 32100-2015). */
export function readCreditCode(text: string): { isWellFormed: boolean; fits: boolean } {
  const code = text.trim().toUpperCase()
  if (code.length !== 18 || [...code].some((letter) => !LETTERS.includes(letter)))
    return { isWellFormed: false, fits: false }
  let sum = 0
  for (let index = 0, weight = 1; index < 17; index++, weight = (weight * 3) % 31)
    sum += LETTERS.indexOf(code[index]) * weight
  return { isWellFormed: true, fits: LETTERS[(31 - (sum % 31)) % 31] === code[17] }
}
