import { App, Button, Table, Upload } from 'antd'
import { useState } from 'react'
import { holds, type Facts } from '../../app/province/conditions'
import { CommandFailed, send } from './command'
import { FileName } from './file_list'
import type { FileLink, MaterialRule } from './form_types'
import { useUrl } from './site'

type Row = MaterialRule & { files: FileLink[] }

interface Props {
  path: string
  materials: Row[]
  facts: Facts
  faults: { field: string | null; message: string }[]
}

/** The material list of the form: 序号, 名称, 是否必填, 上传数量, 操作. */
export function MaterialTable({ path, materials, facts, faults }: Props) {
  const url = useUrl()
  const { message } = App.useApp()
  const [files, setFiles] = useState(() => new Map(materials.map((one) => [one.id, one.files])))
  const [busy, setBusy] = useState<string | null>(null)
  const set = (id: string, list: FileLink[]) => setFiles((all) => new Map(all).set(id, list))
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
      set(id, [...(files.get(id) ?? []), done.data!])
    })
  }
  const remove = (id: string, file: FileLink) =>
    void attempt(async () => {
      await send('DELETE', url(`${path}/${id}/${file.id}`))
      set(
        id,
        (files.get(id) ?? []).filter((each) => each.id !== file.id)
      )
    })
  return (
    <Table<Row>
      size="middle"
      rowKey="id"
      pagination={false}
      dataSource={materials}
      scroll={{ x: 'max-content' }}
      columns={[
        { key: 'no', title: '序号', align: 'right', render: (_, __, index) => index + 1 },
        {
          key: 'name',
          title: '名称',
          render: (_, row) => (
            <div style={{ maxWidth: 420, whiteSpace: 'normal' }}>
              {row.name}
              {row.hint && (
                <div className="muted" style={{ fontSize: 13 }}>
                  {row.hint}
                </div>
              )}
              {(files.get(row.id) ?? []).map((file) => (
                <div key={file.id}>
                  <FileName file={file} />
                  <Button type="link" size="small" danger onClick={() => remove(row.id, file)}>
                    删除
                  </Button>
                </div>
              ))}
              {faults.some(({ field }) => field === row.id) &&
                (files.get(row.id) ?? []).length === 0 && (
                  <div role="alert" style={{ color: '#c0392b', fontSize: 13 }}>
                    请上传此材料
                  </div>
                )}
            </div>
          ),
        },
        {
          key: 'required',
          title: '是否必填',
          render: (_, row) =>
            row.required || (row.requiredWhen && holds(row.requiredWhen, facts)) ? (
              <span style={{ color: '#c0392b' }}>是</span>
            ) : (
              '否'
            ),
        },
        {
          key: 'count',
          title: '上传数量',
          align: 'right',
          render: (_, row) => files.get(row.id)?.length ?? 0,
        },
        {
          key: 'act',
          title: '操作',
          render: (_, row) => (
            <Upload
              showUploadList={false}
              accept={(row.accept ?? ['pdf', 'jpg', 'png']).map((kind) => `.${kind}`).join(',')}
              beforeUpload={(file) => {
                upload(row.id, file)
                return false
              }}
            >
              <Button id={`materials.${row.id}`} size="small" loading={busy === row.id}>
                上传
              </Button>
            </Upload>
          ),
        },
      ]}
    />
  )
}
