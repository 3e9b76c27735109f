import { App, Button } from 'antd'
import { useState } from 'react'
import { holds, type Facts } from '#province/conditions'
import { CommandFailed, send } from './command'
import { FileName } from './file_list'
import { FilePick } from './file_pick'
import type { FileLink, MaterialRule } from './form_types'
import { useUrl } from './site'

type Row = MaterialRule & { files: FileLink[] }

interface Props {
  path: string
  materials: Row[]
  facts: Facts
  faults: { field: string | null; message: string }[]
  isOpen?: (material: string) => boolean
  reasonOf?: (material: string) => string | undefined
  /** address of a template the material is made from */
  templatePath?: (material: string) => string
  onCount?: (material: string, count: number) => void
}

/** The material list of the form: 序号, 名称, 是否必填, 上传数量, 操作. */
export function MaterialTable(props: Props) {
  const { path, materials, facts, faults, isOpen = () => true, reasonOf, templatePath } = props
  const url = useUrl()
  const { message } = App.useApp()
  const [files, setFiles] = useState(() => new Map(materials.map((one) => [one.id, one.files])))
  const [busy, setBusy] = useState<string | null>(null)
  const set = (id: string, change: (list: FileLink[]) => FileLink[]) =>
    setFiles((all) => {
      const list = change(all.get(id) ?? [])
      props.onCount?.(id, list.length)
      return new Map(all).set(id, list)
    })
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      message.error(error instanceof CommandFailed ? error.message : '操作失败，请重试。', 5)
    } finally {
      setBusy(null)
    }
  }
  const upload = (id: string, file: File) => {
    setBusy(id)
    void attempt(async () => {
      const body = new FormData()
      body.append('file', file)
      const done = await send<FileLink>('POST', url(`${path}/${id}`), body)
      set(id, (list) => [...list, done.data!])
    })
  }
  const remove = (id: string, file: FileLink) =>
    void attempt(async () => {
      await send('DELETE', url(`${path}/${id}/${file.id}`))
      set(id, (list) => list.filter((each) => each.id !== file.id))
    })
  return (
    <table className="records materials">
      <thead>
        <tr>
          <th>序号</th>
          <th>名称</th>
          <th>是否必填</th>
          <th>上传数量</th>
          <th>操作</th>
        </tr>
      </thead>
      <tbody>
        {materials.map((row, index) => {
          const list = files.get(row.id) ?? []
          const isNeeded = row.required || (row.requiredWhen && holds(row.requiredWhen, facts))
          const reason = reasonOf?.(row.id)
          const mayChange = isOpen(row.id)
          return (
            <tr key={row.id} data-marked={reason !== undefined}>
              <td className="num" data-label="序号">
                {index + 1}
              </td>
              <td>
                {row.name}
                {row.template && templatePath && (
                  <a
                    href={url(templatePath(row.id))}
                    target="_blank"
                    rel="noreferrer"
                    style={{ marginLeft: 10 }}
                  >
                    下载模板
                  </a>
                )}
                {row.hint && <div className="hint">{row.hint}</div>}
                {reason && <div className="reason">需要修改：{reason}</div>}
                {list.map((file) => (
                  <div key={file.id}>
                    <FileName file={file} />
                    {mayChange && (
                      <Button type="link" size="small" danger onClick={() => remove(row.id, file)}>
                        删除
                      </Button>
                    )}
                  </div>
                ))}
                {list.length === 0 && faults.some(({ field }) => field === row.id) && (
                  <div role="alert" className="fault">
                    请上传此材料
                  </div>
                )}
              </td>
              <td data-label="是否必填">{isNeeded ? <span className="must">是</span> : '否'}</td>
              <td className="num" data-label="上传数量">
                {list.length}
              </td>
              <td className="acts">
                {mayChange && list.length < (row.maxFiles ?? 20) && (
                  <FilePick
                    id={`materials.${row.id}`}
                    size="small"
                    loading={busy === row.id}
                    accept={row.accept ?? ['pdf', 'jpg', 'png']}
                    onPick={(file) => upload(row.id, file)}
                  >
                    {list.length > 0 ? '继续上传' : '上传'}
                  </FilePick>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
