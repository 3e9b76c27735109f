import { useEffect, useRef, useState } from 'react'
import { CommandFailed, send } from './command'
import { useUrl } from './site'

export type SaveState =
  'saved' | 'typing' | 'saving' | 'offline' | 'invalid' | 'stale' | 'signed_out'

export const SAVE_WORDS: Record<SaveState, string> = {
  saved: '已自动保存',
  typing: '正在输入…',
  saving: '正在保存…',
  offline: '网络中断，已在本机暂存，恢复后自动保存',
  invalid: '有内容不符合要求，改正后自动保存',
  stale: '此部分已在别处修改，请刷新查看；您刚填写的内容暂存在本机',
  signed_out: '登录已过期，请在新窗口登录；内容暂存在本机',
}

/** Keeps a section saved while it is typed: short pause, then the server; until the server has it, also on this device. */
export function useAutosave(
  path: string,
  { id: section }: { id: string },
  startVersion: number,
  onVersion: (version: number) => void
) {
  const url = useUrl()
  const [state, setState] = useState<SaveState>('saved')
  const [fault, setFault] = useState<string | null>(null)
  const version = useRef(startVersion)
  const waiting = useRef<{ content: unknown } | null>(null)
  const timer = useRef<number>(undefined)
  const busy = useRef(false)
  const local = `draft:${path}/${section}`

  const flush = async (): Promise<boolean> => {
    window.clearTimeout(timer.current)
    if (!waiting.current) return true
    if (busy.current) return false
    const { content } = waiting.current
    waiting.current = null
    busy.current = true
    setState('saving')
    try {
      const done = await send<{ version: number }>('PUT', url(`${path}/sections/${section}`), {
        content,
        version: version.current,
      })
      version.current = done.data!.version
      onVersion(version.current)
      setFault(null)
      if (!waiting.current) {
        setState('saved')
        localStorage.removeItem(local)
      }
      return true
    } catch (error) {
      waiting.current ??= { content }
      const status = error instanceof CommandFailed ? error.status : 0
      setFault(status === 422 ? (error as CommandFailed).message : null)
      setState(
        status === 422
          ? 'invalid'
          : status === 409
            ? 'stale'
            : status === 401
              ? 'signed_out'
              : 'offline'
      )
      if (status === 0) timer.current = window.setTimeout(() => void flush(), 5000)
      return false
    } finally {
      busy.current = false
      if (waiting.current && !timer.current)
        timer.current = window.setTimeout(() => void flush(), 800)
    }
  }

  const save = (content: unknown) => {
    waiting.current = { content }
    localStorage.setItem(local, JSON.stringify(content))
    setState((now) => (now === 'stale' ? now : 'typing'))
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      timer.current = undefined
      void flush()
    }, 800)
  }

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (waiting.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void flush()
    }
    // one section, one hook
  }, [section])

  return { state, fault, save, flush }
}
