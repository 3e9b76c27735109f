import { Button, Input, Select } from 'antd'
import { formFields } from '#rules/shape/choices'
import { useAround } from './around'

type Mapping = Record<string, string>

/** Names a template uses, and the fields of the form they are filled from. */
export function MappingField({
  value,
  onChange,
}: {
  value: Mapping
  onChange: (value: Mapping) => void
}) {
  const fields = Object.entries(formFields(useAround())).map(([path, label]) => ({
    value: path,
    label,
  }))
  const rows = Object.entries(value)
  const replace = (index: number, row: [string, string]) =>
    onChange(Object.fromEntries(rows.map((each, at) => (at === index ? row : each))))
  return (
    <div className="condition-group">
      {rows.map(([name, path], index) => (
        <div className="condition-row" key={index}>
          <Input
            aria-label="模板中的名称"
            style={{ width: 180 }}
            value={name}
            onChange={({ target }) => replace(index, [target.value, path])}
          />
          <Select
            aria-label={`${name}取自`}
            style={{ minWidth: 260 }}
            placeholder="取自哪个字段"
            showSearch={{ optionFilterProp: 'label' }}
            options={fields}
            value={path || null}
            onChange={(next) => replace(index, [name, next])}
          />
          <Button
            type="text"
            size="small"
            onClick={() => onChange(Object.fromEntries(rows.filter((_, at) => at !== index)))}
          >
            删除
          </Button>
        </div>
      ))}
      <Button
        size="small"
        style={{ justifySelf: 'start' }}
        onClick={() => onChange({ ...value, [`name${rows.length + 1}`]: '' })}
      >
        + 增加
      </Button>
    </div>
  )
}
