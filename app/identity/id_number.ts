/** Resident ID numbers, GB 11643-1999. Region prefixes are not checked: abolished codes stay valid on old cards. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

export interface IdFacts {
  birthDate: string
  sex: '男' | '女'
}

/** Of the first 17 digits. */
export const checkDigit = (digits: string) =>
  CHECK_DIGITS[WEIGHTS.reduce((all, weight, index) => all + weight * Number(digits[index]), 0) % 11]

/** What the number says, or why it is wrong in Chinese. */
export function readIdNumber(text: string): IdFacts | { fault: string } {
  const value = text.trim().toUpperCase()
  if (!/^\d{17}[\dX]$/.test(value)) return { fault: '身份证号应为 18 位，末位可为 X' }
  if (checkDigit(value) !== value[17]) return { fault: '身份证号校验位不正确，请核对每一位' }
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  const date = new Date(`${birthDate}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(birthDate))
    return { fault: '身份证号中的出生日期不存在' }
  return { birthDate, sex: Number(value[16]) % 2 === 1 ? '男' : '女' }
}

/** NFC, one kind of middle dot, no surrounding blanks; compatibility forms are kept (they are other characters). */
export const normalizeName = (text: string) =>
  text
    .normalize('NFC')
    .trim()
    .replace(/[•‧・]/g, '·')

/** Han characters of any plane and the middle dot, 2 to 30. */
export const isPersonName = (text: string) => /^[\p{Script=Han}·]{2,30}$/u.test(text)
