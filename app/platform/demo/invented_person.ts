import { checkDigit } from '#identity/id_number'

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜']
const GIVEN = [...'安博昌达恩方刚海杰康丽明宁佩琪荣思涛文希彦泽志远静云晓雨欣然梓涵']

const DAY_MS = 86_400_000
const DAYS = 9_000

/**
 * The n-th invented person. Names and numbers are made up: the first six digits of the ID number are a province's own
 * code, which no resident has.
 */
export function inventedPerson(n: number, divisionCode: string) {
  const pick = (from: string[], by: number) => from[by % from.length]
  const name =
    pick(SURNAMES, n * 7) + pick(GIVEN, n * 11 + 3) + (n % 4 === 0 ? '' : pick(GIVEN, n * 5 + 17))
  const birthDate = new Date(Date.UTC(1970, 0, 1) + (n % DAYS) * DAY_MS).toISOString().slice(0, 10)
  const sequence = Math.floor(n / DAYS) % 1000
  const body = `${divisionCode}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return {
    name,
    sex: sequence % 2 === 1 ? '男' : '女',
    birthDate,
    idNumber: body + checkDigit(body),
    phone: `1370${String(n % 10_000_000).padStart(7, '0')}`,
  }
}
