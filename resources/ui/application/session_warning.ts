import { App } from 'antd'
import { useEffect } from 'react'
import { useUrl } from '../site'

const BEFORE_MINUTES = 5

/** Says in time that the session is about to end for want of activity, and goes on with one click. */
export function useSessionWarning(minutes: number, ping: string) {
  const url = useUrl()
  const { modal } = App.useApp()
  useEffect(() => {
    let last = Date.now()
    let shown = false
    const active = () => {
      last = Date.now()
    }
    // each answer of the server counts as activity: it is what keeps the session alive
    const observer = new PerformanceObserver(active)
    observer.observe({ type: 'resource' })
    const timer = window.setInterval(() => {
      if (shown || Date.now() - last < (minutes - BEFORE_MINUTES) * 60_000) return
      shown = true
      modal.confirm({
        title: '即将自动退出登录',
        content: `您已有一段时间没有操作，约 ${BEFORE_MINUTES} 分钟后将自动退出。已填写的内容都会保留。`,
        okText: '继续填写',
        cancelButtonProps: { style: { display: 'none' } },
        onOk: async () => {
          await fetch(url(ping), { headers: { accept: 'application/json' } }).catch(() => null)
          active()
          shown = false
        },
      })
    }, 15_000)
    return () => {
      window.clearInterval(timer)
      observer.disconnect()
    }
  }, [minutes, ping])
}
