import { Button, Form, Input, Modal, Radio, Switch, Tag, Upload } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'
import { must } from '~/ui/must'
import { useUrl } from '~/ui/site'

type Row = {
  id: number
  title: string
  body: string
  status: string
  pinned: boolean
  version: number
  on: string
  by: string | null
}
type Download = { id: number; title: string; note: string | null; file: string; kilobytes: number }
type Props = {
  shelf: 'notices' | 'help'
  filters: Record<string, string>
  texts: Paged<Row>
  downloads: Download[]
}

const WORDS = {
  notices: {
    title: '通知公告',
    noun: '通知',
    hint: '已发布的通知显示在门户首页，置顶的排在最前。',
  },
  help: { title: '帮助与下载', noun: '帮助', hint: '显示在门户的“帮助与下载”页面。' },
}
const STATES = [
  { value: 'published', label: '已发布' },
  { value: 'draft', label: '草稿' },
  { value: 'withdrawn', label: '已撤下' },
]

/** Notices, or help with its downloads. */
export default function Texts({ shelf, filters, texts, downloads }: Props) {
  const words = WORDS[shelf]
  const [edited, edit] = useState<Row | 'new' | null>(null)
  return (
    <>
      <PageHead
        title={words.title}
        hint={words.hint}
        actions={
          <Button type="primary" onClick={() => edit('new')}>
            新增{words.noun}
          </Button>
        }
      />
      <section className="card">
        <DataTable<Row>
          name={`portal-${shelf}`}
          rowKey="id"
          paged={texts}
          values={filters}
          filters={[
            { name: 'title', label: '标题' },
            { name: 'status', label: '状态', options: STATES },
          ]}
          empty={{ title: `还没有${words.noun}`, hint: `点击右上角“新增${words.noun}”。` }}
          columns={[
            {
              key: 'title',
              title: '标题',
              render: (_, row) => (
                <>
                  {row.title} {row.pinned && <Tag color="processing">置顶</Tag>}
                </>
              ),
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={row.status === 'published' ? 'success' : 'default'}>
                  {STATES.find(({ value }) => value === row.status)?.label}
                </Tag>
              ),
            },
            { key: 'on', title: '发布时间', className: 'num', dataIndex: 'on' },
            { key: 'by', title: '编辑人', render: (_, row) => row.by ?? '—' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <Button type="link" size="small" onClick={() => edit(row)}>
                  修改
                </Button>
              ),
            },
          ]}
        />
      </section>
      {shelf === 'help' && <Downloads downloads={downloads} />}
      <TextModal shelf={shelf} noun={words.noun} edited={edited} onClose={() => edit(null)} />
    </>
  )
}

function TextModal(props: {
  shelf: Props['shelf']
  noun: string
  edited: Row | 'new' | null
  onClose: () => void
}) {
  const { shelf, noun, edited, onClose } = props
  const [form] = Form.useForm()
  const known = edited && edited !== 'new' ? edited : null
  const typed = Form.useWatch([], form) as { title?: string; body?: string } | undefined
  return (
    <Modal
      open={edited !== null}
      title={known ? `修改${noun}` : `新增${noun}`}
      width="min(1000px, 94vw)"
      footer={null}
      maskClosable={false}
      destroyOnHidden
      onCancel={onClose}
    >
      <div className="text-editor">
        <CommandForm
          path={known ? `/portal/${shelf}/${known.id}` : `/portal/${shelf}`}
          submit="保存"
          form={form}
          initial={
            known
              ? { title: known.title, body: known.body, status: known.status, pinned: known.pinned }
              : { status: 'published', pinned: false }
          }
          body={(values) => ({ ...values, version: known?.version })}
          onDone={onClose}
          extra={<Button onClick={onClose}>取消</Button>}
        >
          <Form.Item name="title" label="标题" rules={must('标题')}>
            <Input maxLength={150} />
          </Form.Item>
          <Form.Item name="body" label="正文" rules={must('正文')}>
            <Input.TextArea autoSize={{ minRows: 10, maxRows: 20 }} maxLength={20_000} />
          </Form.Item>
          <Form.Item name="status" label="状态">
            <Radio.Group options={STATES} />
          </Form.Item>
          <Form.Item name="pinned" label="置顶" valuePropName="checked">
            <Switch />
          </Form.Item>
        </CommandForm>
        <article aria-label="预览">
          <h3>预览</h3>
          <b>{typed?.title || '标题'}</b>
          <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {typed?.body || '正文'}
          </div>
        </article>
      </div>
    </Modal>
  )
}

function Downloads({ downloads }: { downloads: Download[] }) {
  const url = useUrl()
  const [adding, setAdding] = useState(false)
  return (
    <section className="card">
      <h2>
        下载资料{' '}
        <Button size="small" onClick={() => setAdding(true)}>
          + 上传
        </Button>
      </h2>
      {downloads.length === 0 && (
        <Empty title="还没有可下载的资料">上传政策文件、样表等，门户上任何人都可下载。</Empty>
      )}
      <ul className="plain-list">
        {downloads.map((each) => (
          <li key={each.id}>
            <a href={url(`/downloads/${each.id}`)}>{each.title}</a>{' '}
            <span className="muted">
              {each.file}，{each.kilobytes} KB{each.note && `；${each.note}`}
            </span>
            <CommandButton
              danger
              type="link"
              size="small"
              method="DELETE"
              path={`/portal/downloads/${each.id}`}
              confirm={{ title: `撤下“${each.title}”？`, content: '撤下后门户上不再显示和下载。' }}
            >
              撤下
            </CommandButton>
          </li>
        ))}
      </ul>
      <UploadModal open={adding} onClose={() => setAdding(false)} />
    </section>
  )
}

function UploadModal({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [form] = Form.useForm()
  const { run, pending, errors } = useCommand('/portal/downloads', { onDone: onClose })
  const submit = ({ title, note, file }: { title: string; note?: string; file: unknown[] }) => {
    const body = new FormData()
    body.set('title', title)
    if (note) body.set('note', note)
    const [chosen] = file as { originFileObj: File }[]
    body.set('file', chosen.originFileObj)
    void run(body)
  }
  return (
    <Modal open={open} title="上传下载资料" footer={null} destroyOnHidden onCancel={onClose}>
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item name="title" label="名称" rules={must('名称')}>
          <Input maxLength={150} />
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item
          name="file"
          label="文件"
          extra={errors[0]?.message ?? 'PDF 或图片，不超过 20 MB。'}
          valuePropName="fileList"
          getValueFromEvent={({ fileList }) => fileList.slice(-1)}
          rules={[{ required: true, message: '请选择文件' }]}
        >
          <Upload accept=".pdf,.jpg,.jpeg,.png" beforeUpload={() => false} maxCount={1}>
            <Button>选择文件</Button>
          </Upload>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={pending}>
          上传并发布
        </Button>
      </Form>
    </Modal>
  )
}
