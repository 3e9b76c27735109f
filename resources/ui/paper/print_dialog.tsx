import { Alert, Button, Modal, Spin } from 'antd'
import { useRef, useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { Link } from '~/ui/link'
import { useUrl } from '~/ui/site'
import { showsPdf, usePdf } from './use_pdf'
import type { Printer } from './printer_drawer'

interface Props {
  ids: number[]
  printer: Printer | null
  paper: { label: string; width: number; height: number; feed: string }
  onClose: () => void
  onDone: () => void
}

/** Shows the sheets, opens the browser's print window, and notes what came out well. */
export function PrintDialog({ ids, printer, paper, onClose, onDone }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const path = `/paper/sheets?ids=${ids.join(',')}${printer ? `&printer=${printer.id}` : ''}`
  const address = useUrl()(path)
  const { src, fault } = usePdf(path)
  const [noWindow, setNoWindow] = useState(!showsPdf())
  const openPrint = () => {
    try {
      frame.current!.contentWindow!.focus()
      frame.current!.contentWindow!.print()
    } catch {
      setNoWindow(true)
    }
  }
  return (
    <Modal
      open
      width={920}
      title={`打印 ${ids.length} 张纸质证书`}
      onCancel={onClose}
      footer={
        <>
          <Button href={address} target="_blank">
            在新窗口打开
          </Button>
          <Button type="primary" disabled={!src || noWindow} onClick={openPrint}>
            打开打印窗口
          </Button>
          <CommandButton
            path="/paper/printed"
            body={{ ids, printerId: printer?.id ?? null }}
            disabled={!src}
            confirm={{
              title: `${ids.length} 张都已打印无误？`,
              content: '登记后列为“已打印”；打坏的请重新打印，不要登记。',
            }}
            onDone={onDone}
          >
            登记已打印
          </CommandButton>
        </>
      }
    >
      <ol className="import-steps">
        <li>
          放入空白证书：{paper.feed}
          <Link href="/paper/help">看图示</Link>
        </li>
        <li>
          打印窗口中选择
          {printer ? `“${printer.name}”` : '打印机'}，纸张 {paper.width} × {paper.height}{' '}
          毫米，缩放“实际大小”（100%），边距“无”。
        </li>
      </ol>
      {!printer && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title="没有选择打印机，位置不作偏移校正。"
        />
      )}
      {noWindow && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 12 }}
          title="浏览器不能打开打印窗口"
          description={
            <>
              这个浏览器不能在页面中显示 PDF，或阻止了打印窗口。请
              <a href={address} download="纸质证书.pdf">
                下载打印文件
              </a>
              ，用 PDF 阅读器按“实际大小”打印；也可换用新版 Chrome、Edge 或 Firefox。
            </>
          }
        />
      )}
      {fault ? (
        <Alert type="error" showIcon title="不能打印" description={fault} />
      ) : src ? (
        <iframe ref={frame} className="paper" title="打印预览" src={src} />
      ) : (
        <div style={{ padding: 60, textAlign: 'center' }}>
          <Spin />
          <p className="muted">正在排版…</p>
        </div>
      )}
    </Modal>
  )
}
