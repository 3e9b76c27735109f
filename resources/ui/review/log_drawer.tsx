import { Drawer, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { useUrl } from '../site'
import { Timeline, type TimelineEntry } from '../timeline'

interface Props {
  /** whose log is open */
  of: { name: string; path: string } | null
  onClose: () => void
}

/** 流转日志 beside a list. */
export function LogDrawer({ of, onClose }: Props) {
  const url = useUrl()
  const [entries, setEntries] = useState<TimelineEntry[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!of) return undefined
    let isCurrent = true
    setEntries(null)
    setFailed(false)
    fetch(url(of.path), { headers: { accept: 'application/json' } })
      .then(async (answer) => {
        if (!answer.ok) throw new Error('refused')
        const read = (await answer.json()) as { entries: TimelineEntry[] }
        if (isCurrent) setEntries(read.entries)
      })
      .catch(() => isCurrent && setFailed(true))
    return () => {
      isCurrent = false
    }
  }, [of?.path])
  return (
    <Drawer
      open={of !== null}
      onClose={onClose}
      title={`${of?.name ?? ''} · 流转日志`}
      size="default"
    >
      {failed ? (
        <p role="alert">没有取到流转日志，请关闭后重试。</p>
      ) : entries ? (
        <Timeline entries={entries} />
      ) : (
        <Spin />
      )}
    </Drawer>
  )
}
