import { router } from '@inertiajs/react'
import { Alert, App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { CommandFailed, send } from '../command'
import { useSite, useUrl } from '../site'

interface Kept {
  path: string
  body: unknown
  /** whose case it is, for the reader */
  about: string
  /** what is kept of the typing, to be forgotten with it */
  draft: string
}

const CHANGED = 'outbox-changed'
const RETRY = 5000

const read = (key: string): Kept[] => JSON.parse(localStorage.getItem(key) ?? '[]') as Kept[]
function write(key: string, items: Kept[]) {
  if (items.length > 0) localStorage.setItem(key, JSON.stringify(items))
  else localStorage.removeItem(key)
  window.dispatchEvent(new Event(CHANGED))
}

function useKey() {
  const { site, actor } = useSite()
  return `outbox:${site.base}|${actor?.name}`
}

/** Keeps on this device what could not be sent for want of a connection; of one case and stage the newest. */
export function useKeepForLater() {
  const key = useKey()
  return (item: Kept) =>
    write(key, [...read(key).filter(({ draft }) => draft !== item.draft), item])
}

/** Sends what was kept as soon as there is a connection again, and says so. A secret vote is never kept. */
export function Outbox() {
  const key = useKey()
  const url = useUrl()
  const { message } = App.useApp()
  const [waiting, setWaiting] = useState(() => read(key))
  const flush = async () => {
    for (const item of read(key)) {
      const drop = () =>
        write(
          key,
          read(key).filter(({ draft }) => draft !== item.draft)
        )
      try {
        await send('POST', url(item.path), item.body)
        drop()
        localStorage.removeItem(item.draft)
        message.success(`${item.about}：网络已恢复，已提交`)
        router.reload()
      } catch (error) {
        if (!(error instanceof CommandFailed)) throw error
        if (error.status === 0 || error.status === 401 || error.status >= 500) return
        // refused for good: what was typed stays in the draft of its case
        drop()
        message.error({ content: `${item.about}：${error.message}`, duration: 8 })
      }
    }
  }
  useEffect(() => {
    const changed = () => setWaiting(read(key))
    const again = () => void flush()
    const timer = window.setInterval(() => read(key).length > 0 && again(), RETRY)
    window.addEventListener(CHANGED, changed)
    window.addEventListener('online', again)
    window.addEventListener('focus', again)
    again()
    return () => {
      window.clearInterval(timer)
      window.removeEventListener(CHANGED, changed)
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
    }
  }, [key])
  if (waiting.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={`网络中断，${waiting.length} 项评审内容已在本机暂存，恢复后自动提交`}
      action={
        <Button size="small" onClick={() => void flush()}>
          立即提交
        </Button>
      }
    />
  )
}
