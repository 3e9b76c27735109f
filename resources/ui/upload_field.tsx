import { App, Button } from 'antd'
import { useState } from 'react'
import { CommandFailed, send } from './command'
import { FileName } from './file_list'
import { FilePick } from './file_pick'
import type { FieldRule, FileLink, FileMap } from './form_types'
import { useUrl } from './site'

/** Kinds of pictures a photo may come as; the server keeps it as JPEG or PNG. */
const PICTURES = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'tif', 'avif']

interface Props {
  id?: string
  field: Pick<FieldRule, 'accept' | 'maxSizeKb' | 'type'>
  ids: number[]
  files: FileMap
  path: string
  place: string
  disabled?: boolean
  onChange: (ids: number[]) => void
}

/** Files of a field: uploaded at once, kept by id. */
export function UploadField({ id, field, ids, files, path, place, disabled, onChange }: Props) {
  const url = useUrl()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const upload = async (file: File) => {
    if (field.maxSizeKb && file.size > field.maxSizeKb * 1024) {
      message.error(`文件不能超过 ${sizeWords(field.maxSizeKb)}，请压缩后再上传。`, 5)
      return
    }
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
  const kinds = field.accept ?? (field.type === 'image' ? PICTURES : ['pdf', 'jpg', 'png'])
  return (
    <div>
      {ids.map((fileId) => (
        <div key={fileId} style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          {field.type === 'image' && (
            <img className="photo" src={url(`/files/${fileId}`)} alt="已上传的照片" />
          )}
          <FileName file={files[fileId] ?? { id: fileId, name: '附件', mime: '', size: 0 }} />
          {!disabled && (
            <Button
              size="small"
              type="link"
              danger
              onClick={() => onChange(ids.filter((each) => each !== fileId))}
            >
              删除
            </Button>
          )}
        </div>
      ))}
      {!disabled && (
        <FilePick id={id} accept={kinds} loading={busy} onPick={(file) => void upload(file)}>
          {ids.length === 0 ? '点击上传' : field.type === 'image' ? '重新上传' : '继续上传'}
        </FilePick>
      )}
      <div className="muted" style={{ fontSize: 12 }}>
        {kinds.join('、').toUpperCase()}
        {field.maxSizeKb && `，不超过 ${sizeWords(field.maxSizeKb)}`}
      </div>
    </div>
  )
}

const sizeWords = (kb: number) => (kb >= 1024 ? `${Math.round(kb / 1024)} MB` : `${kb} KB`)
