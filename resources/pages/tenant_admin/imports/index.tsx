import { Alert, App, Button, Form, Select, Tag } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { DataTable, type Paged } from '~/ui/data_table'
import { FilePick } from '~/ui/file_pick'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Imported = {
  id: number
  fileName: string
  status: string
  total: number
  good: number
  bad: number
  committed: number
  fault: string | null
  createdAt: string
}
type Props = {
  kind: string
  label: string
  path: string
  /** what is not taken, and what else to know before */
  note: string | null
  columns: { title: string; required: boolean; hint: string | null }[]
  choices: {
    name: string
    label: string
    required: boolean
    options: { value: string; label: string }[]
    chosen: string | null
  }[]
  imports: Paged<Imported>
}

const STATES: Record<string, [string, string]> = {
  checking: ['校验中', 'processing'],
  checked: ['待提交', 'warning'],
  committing: ['导入中', 'processing'],
  committed: ['已导入', 'success'],
  failed: ['无法读取', 'error'],
}

/** Template, file, check: the first half of an import. */
export default function Import(props: Props) {
  const { kind, label, path, note, columns, choices, imports } = props
  const url = useUrl()
  const { modal } = App.useApp()
  const [file, setFile] = useState<File | null>(null)
  const [chosen, choose] = useState<Record<string, string | null>>(() =>
    Object.fromEntries(choices.map((each) => [each.name, each.chosen]))
  )
  const { run, pending, errors } = useCommand(`/imports/new/${kind}`, { reload: false })
  const faultOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const start = () => {
    const body = new FormData()
    for (const [name, value] of Object.entries(chosen)) if (value) body.append(name, value)
    if (file) body.append('file', file)
    const so = choices
      .flatMap(({ name, label: what, options }) => {
        const found = options.find(({ value }) => value === chosen[name])
        return found ? [`${what}：${found.label}`] : []
      })
      .join('，')
    modal.confirm({
      title: `导入“${file?.name}”？`,
      content: `${so ? `${so}。` : ''}先逐行校验，不会立即写入；校验后由您确认提交。`,
      okText: '确定',
      cancelText: '取消',
      onOk: () => run(body),
    })
  }
  return (
    <>
      <PageHead
        title={`批量导入：${label}`}
        hint={<Link href={path}>返回列表</Link>}
        actions={<Button href={url(`/imports/new/${kind}/template`)}>下载 Excel 模板</Button>}
      />
      {note && <Alert type="info" showIcon style={{ marginBottom: 18 }} title={note} />}
      <div className="card">
        <ol className="import-steps">
          <li>
            下载模板，一行填一条；带 * 的列必填，有下拉的列只能选择列表中的值。
            <div className="muted">
              {columns
                .map(
                  ({ title, required, hint }) =>
                    `${required ? '*' : ''}${title}${hint ? `（${hint}）` : ''}`
                )
                .join('、')}
            </div>
          </li>
          <li>
            {choices.length > 0 ? '选择导入条件和文件' : '选择文件'}（.xlsx，不超过 20 MB、100,000
            行）。
            <Form layout="vertical" style={{ marginTop: 12, maxWidth: 420 }}>
              {choices.map(({ name, label: what, required, options }) => (
                <Form.Item
                  key={name}
                  label={what}
                  htmlFor={name}
                  required={required}
                  validateStatus={faultOf(name) ? 'error' : undefined}
                  help={faultOf(name)}
                >
                  <Select
                    id={name}
                    options={options}
                    value={chosen[name]}
                    onChange={(value) => choose({ ...chosen, [name]: value })}
                  />
                </Form.Item>
              ))}
              <Form.Item
                validateStatus={faultOf('file') ? 'error' : undefined}
                help={faultOf('file')}
              >
                <FilePick accept={['xlsx']} onPick={setFile}>
                  浏览文件
                </FilePick>
                <span style={{ marginLeft: 10 }}>{file?.name ?? '未选择文件'}</span>
              </Form.Item>
            </Form>
          </li>
          <li>
            导入后显示通过和不通过的行数；不通过的行可下载后修正，提交时只写入通过的行。
            <div style={{ marginTop: 12 }}>
              <Button
                type="primary"
                loading={pending}
                disabled={!file || choices.some(({ name, required }) => required && !chosen[name])}
                onClick={start}
              >
                导入
              </Button>
            </div>
          </li>
        </ol>
      </div>
      <section className="card">
        <h2>我的导入</h2>
        <DataTable<Imported>
          name="imports"
          rowKey="id"
          paged={imports}
          empty={{ title: '还没有导入过', hint: '下载模板填写后，在上面选择文件导入。' }}
          columns={[
            {
              key: 'file',
              title: '文件',
              render: (_, row) => <Link href={`/imports/${row.id}`}>{row.fileName}</Link>,
            },
            { key: 'at', title: '时间', className: 'num', dataIndex: 'createdAt' },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => <Tag color={STATES[row.status][1]}>{STATES[row.status][0]}</Tag>,
            },
            { key: 'good', title: '通过', align: 'right', className: 'num', dataIndex: 'good' },
            { key: 'bad', title: '不通过', align: 'right', className: 'num', dataIndex: 'bad' },
            {
              key: 'committed',
              title: '已导入',
              align: 'right',
              className: 'num',
              dataIndex: 'committed',
            },
          ]}
        />
      </section>
      {imports.data.some(({ status }) => status === 'checked') && (
        <Alert type="info" showIcon title="有校验完还没有提交的导入，点击文件名继续。" />
      )}
    </>
  )
}
