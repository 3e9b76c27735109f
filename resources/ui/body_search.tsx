import { AutoComplete } from 'antd'
import { useRef, useState } from 'react'
import { useUrl } from './site'

interface Props {
  label: string
  value?: string
  onChange: (name: string | undefined) => void
}

/** Finds a body by part of its name. */
export function BodySearch({ label, value, onChange }: Props) {
  const url = useUrl()
  const [options, setOptions] = useState<{ value: string }[]>([])
  const timer = useRef<number>(undefined)
  const search = (words: string) => {
    onChange(words || undefined)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(async () => {
      const answer = await fetch(`${url('/lookup/bodies')}?q=${encodeURIComponent(words)}`, {
        headers: { accept: 'application/json' },
      })
      if (!answer.ok) return
      const { options: found } = (await answer.json()) as { options: { label: string }[] }
      setOptions(found.map(({ label }) => ({ value: label })))
    }, 250)
  }
  return (
    <AutoComplete
      allowClear
      aria-label={label}
      placeholder={label}
      value={value ?? ''}
      options={options}
      onSelect={(name) => onChange(name)}
      onChange={search}
      onFocus={() => search(value ?? '')}
    />
  )
}
