import type { PersonRow } from '#results/queries/list_people'
import { Alert, Button, Form, Input, Modal, Radio, Steps, Tag, Timeline, Upload } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { ExportButton } from '~/ui/export_button'
import { FileName } from '~/ui/file_list'
import type { FileLink } from '~/ui/form_types'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { DOCUMENT_EVENTS, DOCUMENT_STATUS } from '~/ui/results/documents'
import { useUrl } from '~/ui/site'
import { NUMBER, STAGE, TARGET, WHO } from '~/ui/results/person_columns'

type Document = {
  id: number
  number: string
  title: string
  level: string
  organization: string
  status: string
  examiner: string | null
  at: string
  opinion: string | null
  routeLabel: string | null
  route: string[]
  routeStep: number
  version: number
  isOwn: boolean
  mayExamine: boolean
  attachment: FileLink | null
  events: { id: number; type: string; opinion: string | null; who: string; at: string }[]
}
type Props = { document: Document; filters: Record<string, string>; people: Paged<PersonRow> }

export default function DocumentPage({ document, filters, people }: Props) {
  const [selected, select] = useState<number[]>([])
  const path = `/documents/${document.id}`
  const editable = document.isOwn && ['draft', 'returned'].includes(document.status)
  const [label, color] = DOCUMENT_STATUS[document.status]
  return (
    <>
      <PageHead
        title={document.title}
        hint={document.number}
        actions={<Actions document={document} people={people.meta.total} editable={editable} />}
      />
      {document.status === 'returned' && document.opinion && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 18 }}
          title={`审查机构退回：${document.opinion}`}
        />
      )}
      <div className="card">
        <dl className="facts">
          <Fact label="状态">
            <Tag color={color} variant="filled">
              {label}
            </Tag>
          </Fact>
          <Fact label="级别">{document.level}</Fact>
          <Fact label="发文机构">{document.organization}</Fact>
          <Fact label="创建时间">
            <span className="num">{document.at}</span>
          </Fact>
          <Fact label="红头文件首页">
            {document.attachment ? (
              <FileName file={document.attachment} path={`${path}/attachment`} />
            ) : (
              '上报时上传'
            )}
          </Fact>
          {document.routeLabel && <Fact label="审查路径">{document.routeLabel}</Fact>}
        </dl>
        {document.route.length > 0 && (
          <Steps
            size="small"
            style={{ marginTop: 22 }}
            current={document.status === 'approved' ? document.route.length : document.routeStep}
            status={document.status === 'returned' ? 'error' : undefined}
            items={document.route.map((title) => ({ title }))}
          />
        )}
      </div>
      {document.mayExamine && <Examine path={path} version={document.version} />}
      <div className="card">
        <h2>发文人员信息</h2>
        <DataTable<PersonRow>
          name="document_people"
          rowKey="id"
          paged={people}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '单位名称' },
          ]}
          selection={editable ? { selected, onChange: select } : undefined}
          tools={
            editable && (
              <CommandButton
                path={`${path}/people/remove`}
                disabled={selected.length === 0}
                body={{ ids: selected }}
                confirm={{ title: `把所选 ${selected.length} 人移出这份文件？` }}
                onDone={() => select([])}
              >
                移出{selected.length > 0 && `（${selected.length} 人）`}
              </CommandButton>
            )
          }
          empty={{
            title: '还没有发文人员',
            hint: editable ? <Link href={`${path}/candidates`}>录入发文人员信息</Link> : undefined,
          }}
          columns={[...WHO, ...TARGET, NUMBER, STAGE]}
        />
      </div>
      <div className="card">
        <h2>办理记录</h2>
        <Timeline
          items={document.events.map((event) => ({
            key: event.id,
            content: (
              <>
                <b>{DOCUMENT_EVENTS[event.type]}</b>　<span className="num muted">{event.at}</span>
                <div className="muted">{event.who}</div>
                {event.opinion && <div>{event.opinion}</div>}
              </>
            ),
          }))}
        />
      </div>
    </>
  )
}

function Actions({
  document,
  people,
  editable,
}: {
  document: Document
  people: number
  editable: boolean
}) {
  const [changing, change] = useState(false)
  const [reporting, report] = useState(false)
  const url = useUrl()
  const path = `/documents/${document.id}`
  return (
    <>
      <ExportButton path={`${path}/export`}>导出人员</ExportButton>
      {editable && (
        <>
          <CommandButton
            method="DELETE"
            path={path}
            danger
            confirm={{
              title: '删除这份发文文件？',
              content: `其中 ${people} 人可以录入其他文件。`,
            }}
          >
            删除
          </CommandButton>
          <Button onClick={() => change(true)}>修改</Button>
          <Button href={url(`${path}/candidates`)}>录入发文人员信息</Button>
          <CommandButton
            type="primary"
            path={`${path}/issue`}
            disabled={people === 0}
            confirm={{
              title: `确定发文，共 ${people} 人？`,
              content: '请先核对发文人员信息；确定后名单不再改动，查看无误后上报。',
            }}
          >
            确定发文
          </CommandButton>
        </>
      )}
      {document.isOwn && document.status === 'issued' && (
        <>
          <CommandButton path={`${path}/reopen`}>退回草稿修改</CommandButton>
          <Button type="primary" onClick={() => report(true)}>
            上报
          </Button>
        </>
      )}
      <Modal
        open={changing}
        title="修改发文文件"
        footer={null}
        destroyOnHidden
        onCancel={() => change(false)}
      >
        <CommandForm
          path={path}
          method="PUT"
          submit="保存"
          initial={{ number: document.number, title: document.title }}
          onDone={() => change(false)}
        >
          <Form.Item
            name="number"
            label="文件编号"
            rules={[{ required: true, message: '请填写文件编号' }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写标题' }]}>
            <Input maxLength={200} showCount />
          </Form.Item>
        </CommandForm>
      </Modal>
      {reporting && <Report document={document} people={people} onClose={() => report(false)} />}
    </>
  )
}

function Report({
  document,
  people,
  onClose,
}: {
  document: Document
  people: number
  onClose: () => void
}) {
  const [file, setFile] = useState<File | null>(null)
  const { run, pending } = useCommand(`/documents/${document.id}/report`, { onDone: onClose })
  const submit = () => {
    const body = new FormData()
    if (file) body.append('file', file)
    void run(body)
  }
  return (
    <Modal
      open
      title={`上报 ${document.number}（${people} 人）`}
      okText="上报"
      cancelText="取消"
      confirmLoading={pending}
      okButtonProps={{ disabled: !file && !document.attachment }}
      onOk={submit}
      onCancel={onClose}
    >
      <p>请上传正式发文红头文件首页（图片或 PDF），上报后由审查机构逐级审查。</p>
      <Upload
        accept=".pdf,.jpg,.png"
        maxCount={1}
        fileList={file ? [{ uid: '1', name: file.name, status: 'done' }] : []}
        beforeUpload={(chosen) => {
          setFile(chosen)
          return false
        }}
        onRemove={() => setFile(null)}
      >
        <Button>{document.attachment ? '更换附件' : '选择附件'}</Button>
      </Upload>
      {document.attachment && !file && (
        <p className="muted">不更换则使用已上传的“{document.attachment.name}”。</p>
      )}
    </Modal>
  )
}

function Examine({ path, version }: { path: string; version: number }) {
  return (
    <div className="card">
      <h2>审查</h2>
      <CommandForm
        path={`${path}/examine`}
        submit="提交审查结果"
        body={(values) => ({ ...values, version })}
      >
        <Form.Item
          name="decision"
          label="审查结果"
          rules={[{ required: true, message: '请选择审查结果' }]}
        >
          <Radio.Group
            options={[
              { value: 'approve', label: '审查通过' },
              { value: 'return', label: '退回发文机构' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="opinion"
          label="审查意见"
          rules={[{ required: true, message: '请填写审查意见' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
      </CommandForm>
    </div>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
