import { DatePicker, Input, InputNumber, Select, Space } from 'antd'
import dayjs from 'dayjs'
import type { FieldRule, FileMap, Sources } from './form_types'
import { UploadField } from './upload_field'

interface Props {
  id: string
  field: FieldRule
  value: unknown
  onChange: (value: unknown) => void
  sources: Sources
  files: FileMap
  uploadPath: string
  /** `section.field` for the server */
  place: string
  disabled?: boolean
  invalid?: boolean
}

/** keyboards of phones */
const INPUT_MODES: Partial<Record<string, 'tel' | 'email'>> = { phone: 'tel', email: 'email' }

/** The input of one field of a ruleset's form. */
export function FormField(props: Props) {
  const { field, value, onChange } = props
  const status = props.invalid ? ('error' as const) : undefined
  const common = { id: props.id, disabled: props.disabled, status, style: { width: '100%' } }
  const text = typeof value === 'string' ? value : ''
  const day = (format: string, picker?: 'month' | 'year') => (
    <DatePicker
      {...common}
      picker={picker}
      placeholder={picker === 'month' ? '选择年月' : picker === 'year' ? '选择年份' : '选择日期'}
      value={text ? dayjs(text, format) : null}
      onChange={(chosen) => onChange(chosen ? chosen.format(format) : null)}
    />
  )
  switch (field.type) {
    case 'read_only':
      return <div id={props.id}>{text || '—'}</div>
    case 'long_text':
      return (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: 3, maxRows: 12 }}
          value={text}
          maxLength={field.maxLength}
          showCount={field.maxLength !== undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'number':
      return (
        <InputNumber
          {...common}
          min={field.min}
          max={field.max}
          precision={field.decimals}
          value={typeof value === 'number' ? value : null}
          onChange={(number) => onChange(number)}
        />
      )
    case 'select':
      return (
        <Select
          {...common}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择"
          options={field.source ? props.sources[field.source] : field.options}
          value={text || null}
          onChange={(chosen) => onChange(chosen ?? null)}
        />
      )
    case 'date':
      return day('YYYY-MM-DD')
    case 'month':
      return day('YYYY-MM', 'month')
    case 'year':
      return day('YYYY', 'year')
    case 'period':
      return <Period {...props} />
    case 'file':
    case 'image':
      return (
        <UploadField
          id={props.id}
          field={field}
          ids={Array.isArray(value) ? (value as number[]) : []}
          files={props.files}
          path={props.uploadPath}
          place={props.place}
          disabled={props.disabled}
          onChange={onChange}
        />
      )
    default:
      return (
        <Input
          {...common}
          value={text}
          maxLength={field.type === 'phone' ? 11 : field.maxLength}
          showCount={
            field.type === 'text' && field.maxLength !== undefined && field.maxLength <= 60
          }
          inputMode={INPUT_MODES[field.type]}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

/** From one month to another, with the full years between them. */
function Period({ value, onChange, disabled, id }: Props) {
  const { from, to } = (value ?? {}) as { from?: string; to?: string }
  const years = from && to ? Math.floor(dayjs(to).diff(dayjs(from), 'month') / 12) : null
  const part = (name: 'from' | 'to', present: string | undefined) => (
    <DatePicker
      id={name === 'from' ? id : undefined}
      picker="month"
      disabled={disabled}
      placeholder={name === 'from' ? '开始年月' : '结束年月'}
      value={present ? dayjs(present, 'YYYY-MM') : null}
      onChange={(chosen) =>
        onChange({ from, to, [name]: chosen ? chosen.format('YYYY-MM') : undefined })
      }
    />
  )
  return (
    <Space wrap>
      {part('from', from)}至{part('to', to)}
      {years !== null && years >= 0 && <span className="muted">满 {years} 年</span>}
    </Space>
  )
}
