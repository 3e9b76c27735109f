import { App, Button, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'
import { useCommand, type Done } from './command'
import { useSay } from './words'

interface Props {
  path: string
  method?: 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  /** asked before the command runs */
  confirm?: { title: string; content?: ReactNode }
  danger?: boolean
  type?: ButtonProps['type']
  size?: ButtonProps['size']
  disabled?: boolean
  onDone?: (done: Done) => void
  children: ReactNode
}

/** A button that carries out one command, after a question where it matters. */
export function CommandButton({ path, method, body, confirm, onDone, children, ...look }: Props) {
  const { modal } = App.useApp()
  const say = useSay()
  const { run, pending } = useCommand(path, { method, onDone })
  const start = () => {
    if (!confirm) return void run(body)
    modal.confirm({
      title: confirm.title,
      content: say(confirm.content),
      okText: typeof children === 'string' ? say(children) : '确定',
      cancelText: '取消',
      okButtonProps: { danger: look.danger },
      onOk: () => run(body),
    })
  }
  return (
    <Button {...look} loading={pending} onClick={start}>
      {say(children)}
    </Button>
  )
}
