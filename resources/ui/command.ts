import { router } from '@inertiajs/react'
import { App } from 'antd'
import { useCallback, useState } from 'react'
import { useUrl } from './site'

export interface FieldError {
  field: string
  message: string
}

export interface Done<Data = unknown> {
  message: string
  to?: string
  data?: Data
}

export class CommandFailed extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
    readonly errors: FieldError[]
  ) {
    super(message)
  }
}

const cookie = (name: string) =>
  document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** Sends a command to the server; throws `CommandFailed` with the server's words. */
export async function send<Data>(
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: unknown
): Promise<Done<Data>> {
  const isForm = body instanceof FormData
  let response: Response
  try {
    response = await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {
        'accept': 'application/json',
        'x-xsrf-token': decodeURIComponent(cookie('XSRF-TOKEN') ?? ''),
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body ?? {}),
    })
  } catch {
    throw new CommandFailed('网络中断，内容没有丢失，请稍后重试。', 0, 'offline', [])
  }
  const answer = await response.json().catch(() => null)
  if (!response.ok)
    throw new CommandFailed(
      answer?.message ?? '系统没有正常回应，请稍后重试。',
      response.status,
      answer?.code ?? 'failed',
      answer?.errors ?? []
    )
  return answer
}

interface Options<Data> {
  method?: 'POST' | 'PUT' | 'DELETE'
  /** called after success, before going on */
  onDone?: (done: Done<Data>) => void
  /** props to load again when the command leads nowhere else; false loads nothing */
  reload?: string[] | false
  /** called when there is no connection; what it takes over is not shown as a failure */
  onOffline?: (body: unknown) => void
}

/**
 * The one way a page changes something: sends, shows the answer in words, leads on. What was typed stays where it is
 * when the server refuses.
 */
export function useCommand<Data = unknown>(path: string, options: Options<Data> = {}) {
  const url = useUrl()
  const { message, modal } = App.useApp()
  const [pending, setPending] = useState(false)
  const [errors, setErrors] = useState<FieldError[]>([])

  const run = useCallback(
    async (body?: unknown): Promise<Done<Data> | null> => {
      setPending(true)
      setErrors([])
      try {
        const done = await send<Data>(options.method ?? 'POST', url(path), body)
        if (done.message) message.success(done.message)
        options.onDone?.(done)
        if (done.to) router.visit(url(done.to))
        else if (options.reload !== false)
          router.reload(options.reload ? { only: options.reload } : {})
        return done
      } catch (error) {
        if (!(error instanceof CommandFailed)) throw error
        setErrors(error.errors)
        if (error.status === 409)
          modal.confirm({
            title: '内容已有变化',
            content: error.message,
            okText: '刷新查看',
            cancelText: '留在本页',
            onOk: () => router.reload(),
          })
        else if (error.status === 401)
          modal.confirm({
            title: '需要重新登录',
            content: '登录已过期。可在新窗口登录后回到本页继续，已填内容不会丢失。',
            okText: '打开登录页',
            cancelText: '留在本页',
            onOk: () => void window.open(url('/sign-in'), '_blank'),
          })
        else if (error.status === 0 && options.onOffline) options.onOffline(body)
        else message.error({ key: 'command', content: error.message, duration: 5 })
        return null
      } finally {
        setPending(false)
      }
    },
    // the options of a page do not change between its renders in ways that matter here
    [path, url, message, modal]
  )
  return { run, pending, errors }
}
