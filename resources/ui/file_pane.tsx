import { Button } from 'antd'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import type { FileLink } from './form_types'
import { useUrl } from './site'

const Shown = createContext<((file: FileLink) => void) | null>(null)

/** Where files are shown in the page; null where each opens in a window of its own. */
export const useFilePane = () => useContext(Shown)

interface Props {
  /** in the order in which they are leafed through */
  files: FileLink[]
  children: ReactNode
}

/** A form whose files open in its place, so that what stands beside it stays in sight. */
export function FilePane({ files, children }: Props) {
  const [file, show] = useState<FileLink | null>(null)
  const place = useRef(0)
  const open = (next: FileLink) => {
    if (!file) place.current = window.scrollY
    show(next)
  }
  useEffect(() => {
    // back where the reader was
    if (!file) window.scrollTo({ top: place.current })
    else window.scrollTo({ top: 0 })
  }, [file === null])
  return (
    <Shown.Provider value={open}>
      {file && <Viewer file={file} files={files} onShow={open} onClose={() => show(null)} />}
      <div style={file ? { display: 'none' } : undefined}>{children}</div>
    </Shown.Provider>
  )
}

interface ViewerProps {
  file: FileLink
  files: FileLink[]
  onShow: (file: FileLink) => void
  onClose: () => void
}

function Viewer({ file, files, onShow, onClose }: ViewerProps) {
  const url = useUrl()(`/files/${file.id}`)
  const at = files.findIndex(({ id }) => id === file.id)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <section className="card file-pane no-print" aria-label="材料查看">
      <div className="table-tools">
        <Button onClick={onClose}>返回申报表</Button>
        <b className="file-name">{file.name}</b>
        <div className="right">
          <Button disabled={at <= 0} onClick={() => onShow(files[at - 1])}>
            上一份
          </Button>
          <span className="num muted">
            {at + 1} / {files.length}
          </span>
          <Button disabled={at < 0 || at + 1 >= files.length} onClick={() => onShow(files[at + 1])}>
            下一份
          </Button>
          <a href={`${url}?download`}>下载</a>
        </div>
      </div>
      {file.mime.startsWith('image/') ? (
        <img src={url} alt={file.name} />
      ) : (
        <iframe key={file.id} src={`${url}#navpanes=0&view=FitH`} title={file.name} />
      )}
    </section>
  )
}
