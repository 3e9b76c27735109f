import { App, Button, Form, Input, Modal, Radio, Upload } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { must } from '~/ui/must'

type Version = {
  number: number
  note: string
  publishedBy: string
  publishedAt: string
  batches: string[]
}
type Props = {
  drafts: {
    id: number
    name: string
    origin: string
    version: number
    updatedBy: string
    updatedAt: string
  }[]
  versions: Paged<Version>
}

export default function Rules({ drafts, versions }: Props) {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHead
        title="规则"
        hint="在草稿上修改、检查、比较、试算，发布后由下一个批次采用。"
        actions={
          <>
            <ImportButton />
            <Button type="primary" onClick={() => setAdding(true)}>
              新建草稿
            </Button>
          </>
        }
      />
      <section className="card">
        <h2>草稿</h2>
        {drafts.length === 0 ? (
          <Empty title="没有正在修改的草稿">点击右上角“新建草稿”，从现行规则开始修改。</Empty>
        ) : (
          <div className="entries">
            {drafts.map((draft) => (
              <Link key={draft.id} href={`/rules/drafts/${draft.id}`} className="entry">
                <b>{draft.name}</b>
                <span className="muted">
                  起自{draft.origin}，{draft.updatedBy}于 {draft.updatedAt} 保存
                </span>
              </Link>
            ))}
          </div>
        )}
      </section>
      <section className="card">
        <h2>已发布的版本</h2>
        <DataTable<Version>
          name="rule-versions"
          rowKey="number"
          paged={versions}
          empty={{ title: '还没有发布过规则' }}
          columns={[
            {
              key: 'number',
              title: '版本',
              render: (_, row) => (
                <Link href={`/rules/versions/${row.number}`}>第 {row.number} 版</Link>
              ),
            },
            { key: 'note', title: '发布说明', dataIndex: 'note', width: 360 },
            { key: 'by', title: '发布人', dataIndex: 'publishedBy' },
            { key: 'at', title: '发布时间', className: 'num', dataIndex: 'publishedAt' },
            {
              key: 'batches',
              title: '采用的批次',
              render: (_, row) => row.batches.join('、') || '—',
            },
          ]}
        />
      </section>
      <Modal
        open={adding}
        title="新建草稿"
        footer={null}
        destroyOnHidden
        onCancel={() => setAdding(false)}
      >
        <CommandForm
          path="/rules/drafts"
          submit="建立草稿"
          initial={{ from: 'current' }}
          extra={<Button onClick={() => setAdding(false)}>取消</Button>}
        >
          <Form.Item name="name" label="草稿名称" rules={must('草稿名称')}>
            <Input maxLength={100} placeholder="如：2027 年度规则" />
          </Form.Item>
          <Form.Item name="from" label="从哪里开始">
            <Radio.Group
              options={[
                { value: 'current', label: '现行规则' },
                { value: 'plugin', label: '插件自带规则' },
              ]}
            />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}

/** Takes an exported file in as a draft. */
function ImportButton() {
  const { message } = App.useApp()
  const { run, pending } = useCommand('/rules/import')
  const read = async (file: File) => {
    let content: unknown
    try {
      content = JSON.parse(await file.text())
    } catch {
      return void message.error('文件无法读取，请选择由“导出”得到的规则文件。')
    }
    const parts = (content ?? {}) as Record<string, unknown>
    if (['document', 'words', 'templates'].some((part) => typeof parts[part] !== 'object'))
      return void message.error('文件中没有完整的规则，请选择由“导出”得到的规则文件。')
    await run({ ...parts, name: file.name.replace(/\.json$/i, '').slice(0, 100) })
  }
  return (
    <Upload
      accept=".json,application/json"
      showUploadList={false}
      beforeUpload={(file) => {
        void read(file)
        return false
      }}
    >
      <Button loading={pending}>导入文件</Button>
    </Upload>
  )
}
