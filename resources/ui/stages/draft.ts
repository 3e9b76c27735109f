import { useEffect, useRef, useState } from 'react'
import type { FormInstance } from 'antd'
import { useSite } from '../site'

/**
 * What is typed for a case stays on this device until the server has it, so that a lost connection costs nothing. A
 * choice in a secret vote is never kept.
 */
export function useDraft(form: FormInstance, name: string, keeps: boolean) {
  const { site, actor } = useSite()
  const key = `desk:${site.base}|${actor?.name}|${name}`
  const [restored, setRestored] = useState(false)
  const live = useRef(keeps)
  useEffect(() => {
    live.current = keeps
    const text = keeps ? localStorage.getItem(key) : null
    if (text) {
      form.setFieldsValue(JSON.parse(text))
      setRestored(true)
    } else setRestored(false)
  }, [key, keeps])
  return {
    key,
    restored,
    save: (values: unknown) => {
      if (live.current) localStorage.setItem(key, JSON.stringify(values))
    },
    forget: () => {
      localStorage.removeItem(key)
      setRestored(false)
    },
  }
}
