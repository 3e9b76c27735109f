import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { send } from '../command'
import { useUrl } from '../site'

/** A member's own note on a case; saved a moment after typing. */
export function Note({
  meetingId,
  caseId,
  text,
}: {
  meetingId: number
  caseId: number
  text: string
}) {
  const url = useUrl()
  const [state, setState] = useState('')
  const timer = useRef<number>(undefined)
  const save = (value: string) => {
    window.clearTimeout(timer.current)
    setState('正在输入…')
    const attempt = () =>
      send('PUT', url(`/expert/meetings/${meetingId}/cases/${caseId}/note`), { text: value }).then(
        () => setState('已保存'),
        () => {
          setState('没有保存，网络恢复后自动再试')
          timer.current = window.setTimeout(attempt, 5000)
        }
      )
    timer.current = window.setTimeout(attempt, 800)
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return (
    <label className="note">
      <span className="muted">
        个人笔记（仅本人可见，上报结果后清除）　<span aria-live="polite">{state}</span>
      </span>
      <Input.TextArea
        rows={3}
        maxLength={2000}
        defaultValue={text}
        onChange={(event) => save(event.target.value)}
      />
    </label>
  )
}
