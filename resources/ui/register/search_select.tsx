import { Select } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { send } from '~/ui/command'
import { useUrl } from '~/ui/site'

export interface Found {
  value: number | string
  label: string
  hint?: string
  printedName?: string
}

interface Props {
  /** where the options come from: `GET path?q=` */
  path: string
  /** asks by a command instead, so that what was typed stands in no address */
  hidden?: boolean
  parameters?: Record<string, string | undefined>
  placeholder?: string
  /** what is chosen already */
  known?: Found
  id?: string
  value?: number | string | null
  onChange?: (value: number | string | null) => void
  /** the whole option chosen */
  onFound?: (found: Found | null) => void
  empty?: ReactNode
  disabled?: boolean
  style?: React.CSSProperties
}

/** Finds by part of a name and takes one; for bodies, specialties, people, committees. */
export function SearchSelect(props: Props) {
  const url = useUrl()
  const [options, setOptions] = useState<Found[]>(props.known ? [props.known] : [])
  const [busy, setBusy] = useState(false)
  const timer = useRef<number>(undefined)
  const asked = useRef(0)
  const search = (words: string) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(async () => {
      const turn = ++asked.current
      setBusy(true)
      try {
        const found = await findOptions(url(props.path), words, props)
        if (turn === asked.current) setOptions(found)
      } finally {
        if (turn === asked.current) setBusy(false)
      }
    }, 250)
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return (
    <Select
      id={props.id}
      allowClear
      disabled={props.disabled}
      style={{ width: '100%', ...props.style }}
      aria-label={props.placeholder}
      placeholder={props.placeholder ?? '输入关键字查找'}
      value={props.value ?? null}
      loading={busy}
      showSearch={{ filterOption: false, onSearch: search }}
      notFoundContent={busy ? '正在查找…' : (props.empty ?? '没有找到，换个关键字试试')}
      options={options}
      optionRender={({ data }) => (
        <div>
          {data.label}
          {data.hint && <div className="muted option-hint">{data.hint}</div>}
        </div>
      )}
      onFocus={() => options.length === 0 && search('')}
      onChange={(value) => {
        props.onChange?.(value ?? null)
        props.onFound?.(options.find((each) => each.value === value) ?? null)
      }}
    />
  )
}

async function findOptions(path: string, words: string, props: Props): Promise<Found[]> {
  try {
    if (props.hidden) {
      const answer = (await send('POST', path, { q: words })) as unknown as { options: Found[] }
      return answer.options
    }
    const query = new URLSearchParams({ q: words })
    for (const [name, value] of Object.entries(props.parameters ?? {}))
      if (value) query.set(name, value)
    const answer = await fetch(`${path}?${query}`, { headers: { accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as { options: Found[] }).options : []
  } catch {
    return []
  }
}
