import { Spin } from 'antd'
import { useEffect, useState } from 'react'
import { CommandFailed, send } from '~/ui/command'
import { useUrl } from '~/ui/site'

interface Preview {
  faults: string[]
  svg: string | null
}
const PAUSE_MS = 700

/** A template filled with its sample or with a case, drawn anew when typing pauses. */
export function TemplatePreview(props: {
  draftId: number
  name: string
  source: string
  /** a case instead of the sample */
  applicationId: number | null
  onLine: (line: number) => void
}) {
  const { draftId, name, source, applicationId, onLine } = props
  const path = useUrl()(`/rules/drafts/${draftId}/preview`)
  const [shown, show] = useState<Preview | null>(null)
  const [busy, setBusy] = useState(true)
  useEffect(() => {
    let isLate = false
    const timer = setTimeout(async () => {
      setBusy(true)
      const next = await send<Preview>('POST', path, {
        template: name,
        source,
        applicationId,
      }).then(
        ({ data }) => data ?? null,
        (error) => ({
          faults: [error instanceof CommandFailed ? error.message : '暂时不能预览。'],
          svg: null,
        })
      )
      if (isLate) return
      show((before) =>
        next?.svg ? next : { faults: next?.faults ?? [], svg: before?.svg ?? null }
      )
      setBusy(false)
    }, PAUSE_MS)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [path, name, source, applicationId])
  return (
    <Spin spinning={busy}>
      <div className="template-preview">
        {shown?.svg ? (
          <img
            src={`data:image/svg+xml;base64,${shown.svg}`}
            alt={applicationId ? '用所选申报填写的预览' : '用样例填写的预览'}
          />
        ) : (
          <p className="muted">{busy ? '正在生成预览' : '更正问题后显示预览'}</p>
        )}
      </div>
      {shown && shown.faults.length > 0 && (
        <ul className="fault-list" role="alert">
          {shown.faults.map((fault) => (
            <li key={fault}>
              <Fault text={fault} onLine={onLine} />
            </li>
          ))}
        </ul>
      )}
    </Spin>
  )
}

/** A fault leads to its line. */
export function Fault({ text, onLine }: { text: string; onLine: (line: number) => void }) {
  const [, line] = /^第 (\d+) 行/.exec(text) ?? []
  if (!line) return text
  return (
    <button type="button" className="link-button" onClick={() => onLine(Number(line))}>
      {text}
    </button>
  )
}
