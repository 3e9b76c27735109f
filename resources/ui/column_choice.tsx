import { Button, Checkbox, Popover } from 'antd'
import { useState } from 'react'

interface Props {
  columns: { key: string; title: string }[]
  hidden: string[]
  onChange: (hidden: string[]) => void
}

/** 列: which columns of a list are shown, printed and exported. */
export function ColumnChoice({ columns, hidden, onChange }: Props) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          style={{ display: 'grid', gap: 6 }}
          options={columns.map(({ key, title }) => ({ value: key, label: title }))}
          value={columns.filter(({ key }) => !hidden.includes(key)).map(({ key }) => key)}
          onChange={(kept) =>
            onChange(columns.filter(({ key }) => !kept.includes(key)).map(({ key }) => key))
          }
        />
      }
    >
      <Button size="small">列</Button>
    </Popover>
  )
}

/** Hidden columns of a list, kept on this device. */
export function useHidden(name: string) {
  const key = `columns:${name}`
  const [hidden, set] = useState<string[]>(() => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '[]')
    } catch {
      return []
    }
  })
  return [
    hidden,
    (next: string[]) => {
      set(next)
      localStorage.setItem(key, JSON.stringify(next))
    },
  ] as const
}
