import { Switch } from 'antd'
import { useEffect, useState } from 'react'

const KEY = 'large-text'

/** 大字: larger letters on the pages of a meeting, remembered on this device. */
export function LargeText() {
  const [large, setLarge] = useState(() => localStorage.getItem(KEY) === '1')
  useEffect(() => {
    document.documentElement.toggleAttribute('data-large', large)
    return () => document.documentElement.removeAttribute('data-large')
  }, [large])
  return (
    <label className="large-switch">
      大字{' '}
      <Switch
        size="small"
        aria-label="大字"
        checked={large}
        onChange={(on) => {
          localStorage.setItem(KEY, on ? '1' : '0')
          setLarge(on)
        }}
      />
    </label>
  )
}
