import { Select } from 'antd'
import { useRef, useState } from 'react'
import { useUrl } from './site'

interface Props {
  id?: string
  kind: 'person' | 'unit'
  value?: number
  onChange?: (id: number) => void
}

/** Finds the body to register at by the beginning of its name. */
export function RegistrableSearch({ id, kind, value, onChange }: Props) {
  const url = useUrl()
  const [found, setFound] = useState<{ value: number; label: string }[]>([])
  const timer = useRef<number>(undefined)
  const search = (text: string) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(async () => {
      const query = new URLSearchParams({ kind, q: text })
      const answer = await fetch(url(`/register/bodies?${query}`), {
        headers: { accept: 'application/json' },
      }).catch(() => null)
      if (answer?.ok) setFound(((await answer.json()) as { bodies: typeof found }).bodies)
    }, 250)
  }
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      options={found}
      placeholder="输入名称开头的两个字以上查找"
      notFoundContent="没有找到，请核对名称"
      showSearch={{ filterOption: false, onSearch: search }}
    />
  )
}
