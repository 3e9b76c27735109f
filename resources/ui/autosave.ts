import { useEffect, useMemo, useReducer } from 'react'
import { CommandFailed, send } from './command'
import type { Fault } from './form_section'
import { useUrl } from './site'

export type SaveState =
  'saved' | 'typing' | 'saving' | 'offline' | 'invalid' | 'stale' | 'signed_out'

export const SAVE_WORDS: Record<SaveState, string> = {
  saved: '已自动保存',
  typing: '正在输入…',
  saving: '正在保存…',
  offline: '网络中断，已在本机暂存，恢复后自动保存',
  invalid: '有内容不符合要求，改正后自动保存',
  stale: '此部分已在别处修改',
  signed_out: '登录已过期，内容暂存在本机',
}

interface Part {
  state: SaveState
  message: string | null
  /** what is kept but can't be submitted as it stands */
  faults: Fault[]
  /** places of the section that still keep the application from being submitted; null before the first saving */
  left: number | null
  waiting: { content: unknown } | null
  savedAt: Date | null
}

interface Kept {
  content: unknown
  version: number
}

const PAUSE = 800
const RETRY = 5000

/** Versions the server has: one of each section, or one of the whole form. */
export type Versions = Record<string, number> | number

/**
 * Keeps a form saved while it is typed: after a short pause it goes to the server, one section after another; until the
 * server has it, it lies on this device too, and is found again when the page is opened the next time.
 */
class Autosave {
  #parts = new Map<string, Part>()
  #timer: number | undefined
  #running: Promise<void> | null = null
  #versions = new Map<string, number>()

  constructor(
    private readonly address: string,
    private readonly versions: Versions,
    private readonly changed: () => void
  ) {}

  part(section: string): Part {
    let part = this.#parts.get(section)
    if (!part) {
      part = {
        state: 'saved',
        message: null,
        faults: [],
        left: null,
        waiting: null,
        savedAt: null,
      }
      this.#parts.set(section, part)
    }
    return part
  }

  #slot = (section: string) => (typeof this.versions === 'number' ? '' : section)

  #version(section: string): number {
    const first = typeof this.versions === 'number' ? this.versions : this.versions[section]
    return this.#versions.get(this.#slot(section)) ?? first ?? 0
  }

  get isPending() {
    return [...this.#parts.values()].some(({ waiting }) => waiting !== null)
  }

  save(section: string, content: unknown) {
    const part = this.part(section)
    part.waiting = { content }
    if (part.state !== 'stale') part.state = 'typing'
    this.#keep(section, { content, version: this.#version(section) })
    this.#later(PAUSE)
    this.changed()
  }

  /** Sends what waits; true when the server has everything. */
  flush = async (): Promise<boolean> => {
    window.clearTimeout(this.#timer)
    this.#running ??= this.#sendAll().finally(() => (this.#running = null))
    await this.#running
    // typed while the rest was on its way
    return [...this.#parts.values()].some(({ state, waiting }) => waiting && state === 'typing')
      ? this.flush()
      : !this.isPending
  }

  async #sendAll(): Promise<void> {
    for (const [section, part] of this.#parts)
      while (part.waiting && part.state !== 'stale') if (!(await this.#send(section, part))) break
  }

  async #send(section: string, part: Part): Promise<boolean> {
    const { content } = part.waiting!
    part.waiting = null
    part.state = 'saving'
    this.changed()
    try {
      const { data } = await send<{ version: number; faults: Fault[]; left: number }>(
        'PUT',
        `${this.address}/sections/${section}`,
        { content, version: this.#version(section) }
      )
      const { version, ...checked } = data!
      this.#versions.set(this.#slot(section), version)
      Object.assign(part, checked, { message: null, savedAt: new Date() })
      if (!part.waiting) {
        part.state = 'saved'
        localStorage.removeItem(this.#name(section))
      }
      return true
    } catch (error) {
      part.waiting ??= { content }
      const status = error instanceof CommandFailed ? error.status : 0
      part.message = status === 422 ? (error as CommandFailed).message : null
      part.state = STATES[status] ?? 'offline'
      if (part.state === 'offline') this.#later(RETRY)
      return false
    } finally {
      this.changed()
    }
  }

  /**
   * What this device kept of an earlier visit and the server does not have, by section. Where the server went on
   * meanwhile the person decides.
   */
  restore(): Record<string, unknown> {
    const prefix = this.#name('')
    const restored: Record<string, unknown> = {}
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
      const section = name.slice(prefix.length)
      const { content, version } = JSON.parse(localStorage.getItem(name)!) as Kept
      const part = this.part(section)
      if (version === this.#version(section)) {
        restored[section] = content
        this.save(section, content)
      } else {
        part.waiting = { content }
        part.state = 'stale'
      }
    }
    return restored
  }

  #forget(section: string) {
    localStorage.removeItem(this.#name(section))
    this.part(section).waiting = null
  }

  /** Goes on from what the server has now: with its content, or with the own one over it. */
  async settle(section: string, which: 'theirs' | 'mine'): Promise<unknown> {
    const answer = await fetch(`${this.address}/sections/${section}`, {
      headers: { accept: 'application/json' },
    })
    const { content, version } = (await answer.json()) as Kept
    const part = this.part(section)
    this.#versions.set(this.#slot(section), version)
    part.state = 'saved'
    if (which === 'theirs') {
      this.#forget(section)
      this.changed()
      return content
    }
    this.#later(0)
    return part.waiting?.content
  }

  #later(wait: number) {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.flush(), wait)
  }
  #name = (section: string) => `draft:${this.address}/${section}`
  #keep(section: string, kept: Kept) {
    localStorage.setItem(this.#name(section), JSON.stringify(kept))
  }
}

const STATES: Record<number, SaveState> = {
  401: 'signed_out',
  // the session's token went with the session
  419: 'signed_out',
  409: 'stale',
  422: 'invalid',
}

/** The autosave of a form at `path`; warns before the page is left while something is unsaved. */
export function useAutosave(path: string, versions: Versions) {
  const address = useUrl()(path)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  // one form, one keeper: later versions come from its own saving
  const autosave = useMemo(() => new Autosave(address, versions, redraw), [address])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.isPending) event.preventDefault()
    }
    // back from signing in again in another window, or from another device
    const resume = () => void autosave.flush()
    window.addEventListener('beforeunload', warn)
    window.addEventListener('focus', resume)
    window.addEventListener('online', resume)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('focus', resume)
      window.removeEventListener('online', resume)
      void autosave.flush()
    }
  }, [autosave])
  return autosave
}

export type FormAutosave = ReturnType<typeof useAutosave>
