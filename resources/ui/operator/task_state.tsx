import { Progress, Tag } from 'antd'
import type { TaskCard } from '#platform/tasks/define_task'

const STATES = {
  queued: ['等待执行', 'default'],
  running: ['正在执行', 'processing'],
  done: ['完成', 'success'],
  failed: ['未完成', 'error'],
} as const

/** How far a task is, and what it found. */
export function TaskState({ task }: { task: TaskCard }) {
  const [label, color] = STATES[task.status]
  return (
    <div style={{ minWidth: 320, maxWidth: 560, whiteSpace: 'normal' }}>
      <Tag color={color}>{label}</Tag>
      {task.error ?? task.result?.message}
      {task.status === 'running' && (
        <Progress percent={Math.floor((100 * task.done) / Math.max(1, task.total))} size="small" />
      )}
      {(task.result?.lines ?? []).length > 0 && (
        <ul className="plain-list" style={{ marginTop: 6 }}>
          {task.result!.lines!.map((line) => (
            <li key={line.label}>
              <span aria-label={line.ok ? '通过' : '未通过'}>{line.ok ? '✓' : '✗'}</span>{' '}
              {line.label}：<span className="muted">{line.text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
