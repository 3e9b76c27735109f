import { App, Button, Upload } from 'antd'
import { useState } from 'react'
import { CommandFailed, send } from './command'
import { FileName } from './file_list'
import type { FieldRule, FileLink, FileMap } from './form_types'
import { useUrl } from './site'

interface Props {
  field: Pick<FieldRule, 'accept' | 'maxSizeKb' | 'type'>
  ids: number[]
  files: FileMap
  path: string
  place: string
  disabled?: boolean
  onChange: (ids: number[]) => void
}

/** Files of a field: uploaded at once, kept by id. */
export function UploadField({ field, ids, files, path, place, disabled, onChange }: Props) {
  const url = useUrl()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const upload = async (file: File) => {
    setBusy(true)
    const body = new FormData()
    body.append('field', place)
    body.append('file', file)
    try {
      const done = await send<FileLink>('POST', url(path), body)
      const link = done.data!
      files[link.id] = link
      onChange(field.type === 'image' ? [link.id] : [...ids, link.id])
    } catch (error) {
      message.error(error instanceof CommandFailed ? error.message : '上传失败，请重试。', 5)
    } finally {
      setBusy(false)
    }
  }
  const accept = (field.accept ?? ['pdf', 'jpg', 'png']).map((kind) => `.${kind}`).join(',')
  return (
    <div>
      {ids.map((id) => (
        <div key={id} style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <FileName file={files[id] ?? { id, name: `文件 ${id}`, mime: '', size: 0 }} />
          {!disabled && (
            <Button
              size="small"
              type="link"
              danger
              onClick={() => onChange(ids.filter((each) => each !== id))}
            >
              删除
            </Button>
          )}
        </div>
      ))}
      {!disabled && (
        <Upload
          accept={accept}
          showUploadList={false}
          beforeUpload={(file) => {
            void upload(file)
            return false
          }}
        >
          <Button loading={busy}>{ids.length > 0 ? '继续上传' : '点击上传'}</Button>
        </Upload>
      )}
      <div className="muted" style={{ fontSize: 12 }}>
        {(field.accept ?? ['pdf', 'jpg', 'png']).join('、').toUpperCase()}
        {field.maxSizeKb &&
          `，不超过 ${field.maxSizeKb >= 1024 ? `${Math.round(field.maxSizeKb / 1024)} MB` : `${field.maxSizeKb} KB`}`}
      </div>
    </div>
  )
}
