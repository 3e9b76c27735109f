import { Timeline as AntTimeline } from 'antd'
import { useSay } from './words'

export interface TimelineEntry {
  sequence: number
  at: string
  title: string
  who: string
  where: string | null
  text: string | null
  opinion?: string | null
  undone: boolean
}

/** 流转日志: newest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const say = useSay()
  return (
    <AntTimeline
      items={[...entries].reverse().map((entry) => ({
        key: entry.sequence,
        color: entry.undone ? 'gray' : undefined,
        content: (
          <div style={entry.undone ? { textDecoration: 'line-through', opacity: 0.6 } : undefined}>
            <b>{say(entry.title)}</b>
            <div className="muted" style={{ fontSize: 13 }}>
              <span className="num">{entry.at}</span>　{entry.where ?? entry.who}
            </div>
            {entry.text && <div>{entry.text}</div>}
          </div>
        ),
      }))}
    />
  )
}
