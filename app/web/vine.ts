import vine, { SimpleMessagesProvider } from '@vinejs/vine'

const MESSAGES: Record<string, string> = {
  'required': '请填写{{ field }}',
  'string': '{{ field }}应为文字',
  'number': '{{ field }}应为数字',
  'boolean': '请选择{{ field }}',
  'email': '{{ field }}应为有效的邮箱地址，如 name@example.com',
  'minLength': '{{ field }}至少 {{ min }} 个字',
  'maxLength': '{{ field }}最多 {{ max }} 个字',
  'min': '{{ field }}不能小于 {{ min }}',
  'max': '{{ field }}不能大于 {{ max }}',
  'positive': '{{ field }}应大于 0',
  'withoutDecimals': '{{ field }}应为整数',
  'enum': '请选择有效的{{ field }}',
  'array': '请选择{{ field }}',
  'array.minLength': '{{ field }}至少选 {{ min }} 项',
  'notEmpty': '请选择{{ field }}',
  'distinct': '{{ field }}有重复',
  'date': '{{ field }}不是有效日期',
  'confirmed': '两次输入的{{ field }}不一致',
  'regex': '{{ field }}格式不正确',
  'object': '{{ field }}格式不正确',
  'file': '请选择{{ field }}文件',
}

/** Chinese messages that name the field; validators pass the labels of their fields. */
export const chinese = (labels: Record<string, string>) =>
  new SimpleMessagesProvider(MESSAGES, { ...COMMON, ...labels })

const COMMON = {
  reason: '原因',
  opinion: '审核意见',
  name: '名称',
  version: '版本',
  login: '登录名',
  password: '密码',
}

vine.messagesProvider = chinese({})

/** `YYYY-MM-DD` that exists in the calendar. */
export const isDay = (value: string) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

export const dayRule = vine.createRule((value, _options, field) => {
  if (typeof value !== 'string' || !isDay(value))
    field.report('{{ field }}应为有效日期，如 2026-05-01', 'day', field)
})

export default vine
