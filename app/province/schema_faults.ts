import { Ajv, type ErrorObject } from 'ajv'

/** Checks values against a schema; answers every fault with its place, in Chinese. */
export function schemaChecker(schema: object): (value: unknown) => string[] {
  const errorsOf = schemaInspector(schema)
  return (value) => errorsOf(value).map((error) => `${placeOf(error)}：${inChinese(error)}`)
}

/** The same as the validator's own errors, for who names the places in words of his own. */
export function schemaInspector(schema: object): (value: unknown) => ErrorObject[] {
  const validate = new Ajv({ allErrors: true, strict: false, verbose: true }).compile(schema)
  return (value) =>
    validate(value)
      ? []
      : // the fault of the branch taken is listed by itself
        (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if')
}

const placeOf = ({ instancePath }: ErrorObject) => instancePath || '/'

const TYPES: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是或否',
  array: '列表',
  object: '对象',
}

export function inChinese({ keyword, params, message, data }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `缺少 ${params.missingProperty}`
    case 'additionalProperties':
      return `多出 ${params.additionalProperty}`
    case 'false schema':
      return '此处不适用'
    case 'type':
      return `应为${TYPES[params.type] ?? params.type}`
    case 'enum':
      return `${JSON.stringify(data)} 应为 ${params.allowedValues.join('、')} 之一`
    case 'const':
      return `应为 ${JSON.stringify(params.allowedValue)}`
    case 'pattern':
      return `${JSON.stringify(data)} 的格式不合规`
    case 'minimum':
      return `不得小于 ${params.limit}`
    case 'maximum':
      return `不得大于 ${params.limit}`
    case 'minLength':
      return '不能为空'
    case 'maxLength':
      return `不得超过 ${params.limit} 个字`
    case 'minItems':
      return `至少 ${params.limit} 项`
    default:
      return message ?? keyword
  }
}
