import { Button } from 'antd'
import dayjs from 'dayjs'
import { SAVE_WORDS, type FormAutosave, type SaveState } from '../autosave'
import { useUrl } from '../site'

const COLORS: Partial<Record<SaveState, string>> = {
  offline: '#b3541e',
  invalid: '#c0392b',
  stale: '#c0392b',
  signed_out: '#c0392b',
}

interface Props {
  autosave: FormAutosave
  section: string
  onSettled: (content: unknown) => void
}

/** Whether what was typed is safe, and what to do when it is not. */
export function SaveStateLine({ autosave, section, onSettled }: Props) {
  const url = useUrl()
  const { state, message, savedAt } = autosave.part(section)
  const settle = (which: 'theirs' | 'mine') =>
    void autosave
      .settle(section, which)
      .then((content) => content !== undefined && onSettled(content))
  return (
    <div role="status" className="save-state" style={{ color: COLORS[state] ?? 'var(--ink-3)' }}>
      {message ?? SAVE_WORDS[state]}
      {state === 'saved' && savedAt && ` ${dayjs(savedAt).format('HH:mm:ss')}`}
      {state === 'signed_out' && (
        <>
          <Button size="small" onClick={() => window.open(url('/sign-in'), '_blank')}>
            在新窗口登录
          </Button>
          <Button size="small" type="primary" onClick={() => void autosave.flush()}>
            已登录，继续保存
          </Button>
        </>
      )}
      {state === 'stale' && (
        <>
          <Button size="small" onClick={() => settle('theirs')}>
            看别处修改的内容
          </Button>
          <Button size="small" onClick={() => settle('mine')}>
            用我刚填写的内容
          </Button>
        </>
      )}
    </div>
  )
}
