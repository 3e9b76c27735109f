import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useFilePane } from './file_pane'
import type { FileLink } from './form_types'
import { useUrl } from './site'

interface Props {
  file: FileLink
  path?: string
  /** what to click on, where it is not the name */
  label?: string
}

/** A file by its name; PDF and pictures open in place. `path` where it is not handed out as a file of its own. */
export function FileName({ file, path, label }: Props) {
  const [open, setOpen] = useState(false)
  const url = useUrl()(path ?? `/files/${file.id}`)
  const pane = useFilePane()
  return (
    <>
      <Button
        type="link"
        size="small"
        style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }}
        onClick={() => (pane && !path ? pane(file) : setOpen(true))}
      >
        {label ?? file.name}
      </Button>
      <Modal
        open={open}
        title={file.name}
        width="min(960px, 94vw)"
        destroyOnHidden
        onCancel={() => setOpen(false)}
        footer={<a href={`${url}?download`}>下载</a>}
      >
        {file.mime.startsWith('image/') ? (
          <img src={url} alt={file.name} style={{ maxWidth: '100%' }} />
        ) : (
          <iframe
            src={url}
            title={file.name}
            style={{ width: '100%', height: '72vh', border: 0 }}
          />
        )}
      </Modal>
    </>
  )
}

/** Photos as they are seen, on paper too. */
export function Photos({ files }: { files: FileLink[] }) {
  const url = useUrl()
  return files.map(({ id, name }) => (
    <img key={id} className="photo" src={url(`/files/${id}`)} alt={name} />
  ))
}

export function FileList({ files }: { files: FileLink[] }) {
  if (files.length === 0) return <span className="muted">无</span>
  return (
    <>
      {files.map((file) => (
        <div key={file.id}>
          <FileName file={file} />
        </div>
      ))}
    </>
  )
}
