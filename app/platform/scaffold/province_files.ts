import { readFileSync } from 'node:fs'
import { checkDigit } from '#identity/id_number'
import type { DemoApplicant, DemoExpert } from '#province/demo_world'

export interface NewProvince {
  id: string
  name: string
  /** GB/T 2260, six digits */
  divisionCode: string
  year: number
}

/** Path in the plugin's folder → the stub it is made from. */
const STUBS: Record<string, string> = {
  'index.ts': 'index.ts',
  'ruleset.ts': 'ruleset.ts',
  'catalogue.ts': 'catalogue.ts',
  'forms/application.ts': 'application.ts',
  'certificates/certificate.hbs': 'certificate.hbs',
  'demo/world.ts': 'world.ts',
  'words.zh-CN.json': 'words.zh-CN.json',
  'SOURCES.md': 'SOURCES.md',
  'tests/contract.spec.ts': 'contract.spec.ts',
}

const ORDINALS = [...'甲乙丙丁戊己庚']

/** The files of a new province's plugin: sound as they are, with a demo that can be played. */
export function provinceFiles(province: NewProvince): Record<string, string> {
  const replacements = {
    __ID__: province.id,
    __NAME__: province.name,
    __CODE__: province.divisionCode,
    __SHORT__: province.divisionCode.slice(0, 4),
    __YEAR__: String(province.year),
    __EXPERTS__: literal(ORDINALS.map((_, index) => expert(province, index))),
    __APPLICANTS__: literal(applicants(province)),
  }
  return Object.fromEntries(
    Object.entries(STUBS).map(([path, stub]) => {
      const text = readFileSync(new URL(`./stubs/${stub}.stub`, import.meta.url), 'utf8')
      return [path, text.replace(/__[A-Z]+__/g, (name) => replacements[name as never] ?? name)]
    })
  )
}

/** An invented number with a right check digit; the region is the province's own. */
function idNumber({ divisionCode }: NewProvince, birthDate: string, sequence: number) {
  const digits = `${divisionCode}${birthDate}${String(sequence).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

const expert = (province: NewProvince, index: number): DemoExpert => ({
  login: `expert0${index + 1}`,
  name: `示例${ORDINALS[index]}`,
  idNumber: idNumber(province, `19700${index + 1}01`, 2 * index + 1),
  sex: '男',
  phone: `1390000100${index}`,
  // not the applicants' own: who works with them has to keep away
  unit: '示例大学',
  title: '高级工程师',
  level: 'senior_associate',
  specialty: '土木工程',
  committee: 'ENG-Z',
  ...(index === 0 && { persona: '评委会主任、上报人' }),
})

function applicants(province: NewProvince): DemoApplicant[] {
  return (
    [
      ['申报人甲', 'draft', '填写并提交申报'],
      ['申报人乙', 'in_approval', '已提交，正在审核'],
      ['申报人丙', 'qualified', '审核通过，等待评审'],
    ] as const
  ).map(([name, until, persona], index) => ({
    name,
    idNumber: idNumber(province, `19900${index + 1}01`, 100 + index),
    phone: `1370000200${index}`,
    login: `applicant${index + 1}`,
    organization: `${province.divisionCode.slice(0, 4)}-1`,
    target: {
      series: '01',
      specialty: '0101',
      title: '0103',
      mode: 'normal',
      evaluationMethod: 'review',
    },
    sections: {},
    until,
    persona,
  }))
}

/** Data as the source of a plugin writes it. */
const literal = (value: unknown) =>
  JSON.stringify(value, null, 2)
    .replace(/"(\w+)":/g, '$1:')
    .replace(/"([^"]*)"/g, "'$1'")
    .replace(/\n/g, '\n  ')
