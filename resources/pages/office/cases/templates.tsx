import { Button, Checkbox, Form, Input, InputNumber, Modal, Select, Tag } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'
import { useThisYear } from '~/ui/site'
import { WholeTable } from '~/ui/whole_table'

type Column = { source: string; title: string }
type Template = { id: number; year: number; name: string; columns: Column[]; isDefault: boolean }
type Source = Column & { group: string }
type Props = { templates: Template[]; sources: Source[] }

export default function Templates({ templates, sources }: Props) {
  const [editing, edit] = useState<Template | 'new' | null>(null)
  return (
    <>
      <PageHead
        title="报盘模板管理"
        hint="按年度设置导出通用表的列、次序和列标题；默认模板用于“导出通用表”。"
        actions={
          <Button type="primary" onClick={() => edit('new')}>
            新增模板
          </Button>
        }
      />
      <div className="card">
        <WholeTable<Template>
          name="templates"
          rowKey="id"
          rows={templates}
          search={{ label: '年度或名称', text: ({ year, name }) => `${year} ${name}` }}
          empty={<Empty title="还没有报盘模板">没有模板时，通用表按申报列表的各列导出。</Empty>}
          columns={[
            { key: 'year', title: '年度', dataIndex: 'year', className: 'num' },
            {
              key: 'name',
              title: '模板名称',
              render: (_, row) => (
                <>
                  {row.name} {row.isDefault && <Tag color="success">默认</Tag>}
                </>
              ),
            },
            {
              key: 'columns',
              title: '列',
              render: (_, row) => (
                <div style={{ maxWidth: 560, whiteSpace: 'normal' }}>
                  {row.columns.map(({ title }) => title).join('、')}
                </div>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <>
                  <Button type="link" size="small" onClick={() => edit(row)}>
                    修改
                  </Button>
                  <CommandButton
                    type="link"
                    size="small"
                    danger
                    method="DELETE"
                    path={`/report-templates/${row.id}`}
                    confirm={{ title: `删除模板“${row.name}”？` }}
                  >
                    删除
                  </CommandButton>
                </>
              ),
            },
          ]}
        />
      </div>
      {editing && (
        <Editor
          template={editing === 'new' ? null : editing}
          sources={sources}
          onClose={() => edit(null)}
        />
      )}
    </>
  )
}

function Editor({
  template,
  sources,
  onClose,
}: {
  template: Template | null
  sources: Source[]
  onClose: () => void
}) {
  const thisYear = useThisYear()
  const [name, setName] = useState(template?.name ?? '')
  const [year, setYear] = useState(template?.year ?? thisYear)
  const [isDefault, setDefault] = useState(template?.isDefault ?? false)
  const [columns, setColumns] = useState<Column[]>(
    template?.columns ??
      sources
        .filter(({ group }) => group === '申报')
        .map(({ source, title }) => ({ source, title }))
  )
  const { run, pending, errors } = useCommand(
    template ? `/report-templates/${template.id}` : '/report-templates',
    { method: template ? 'PUT' : 'POST', onDone: onClose }
  )
  const fault = (field: string) => {
    const message = errors.find((error) => error.field === field)?.message
    return { validateStatus: message ? ('error' as const) : undefined, help: message }
  }
  const groups = [...new Set(sources.map(({ group }) => group))].map((group) => ({
    label: group,
    options: sources
      .filter((source) => source.group === group)
      .map(({ source, title }) => ({
        value: source,
        label: title,
        disabled: columns.some((column) => column.source === source),
      })),
  }))
  const move = (from: number, to: number) => {
    const next = [...columns]
    next.splice(to, 0, ...next.splice(from, 1))
    setColumns(next)
  }
  return (
    <Modal
      open
      title={template ? '修改报盘模板' : '新增报盘模板'}
      width="min(760px, 94vw)"
      okText="保存"
      cancelText="取消"
      mask={{ closable: false }}
      okButtonProps={{ loading: pending, disabled: columns.length === 0 }}
      onCancel={onClose}
      onOk={() => void run({ name, year, isDefault, columns })}
    >
      <Form layout="vertical" component="div">
        <div className="grid-form">
          <Form.Item label="模板名称" htmlFor="template-name" required {...fault('name')}>
            <Input
              id="template-name"
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Form.Item>
          <Form.Item label="年度" htmlFor="template-year" required {...fault('year')}>
            <InputNumber
              id="template-year"
              min={2020}
              max={2100}
              value={year}
              onChange={(value) => setYear(value ?? year)}
            />
          </Form.Item>
        </div>
        <Checkbox checked={isDefault} onChange={(event) => setDefault(event.target.checked)}>
          作为导出通用表的默认模板
        </Checkbox>
        <Form.Item label={`列（${columns.length}）`} style={{ marginTop: 18 }}>
          <ol className="template-columns">
            {columns.map((column, index) => (
              <li key={column.source}>
                <div>
                  <Input
                    aria-label={`第 ${index + 1} 列标题`}
                    maxLength={60}
                    value={column.title}
                    onChange={(event) =>
                      setColumns(
                        columns.map((one, at) =>
                          at === index ? { ...one, title: event.target.value } : one
                        )
                      )
                    }
                  />
                  <Button
                    aria-label={`上移${column.title}`}
                    disabled={index === 0}
                    onClick={() => move(index, index - 1)}
                  >
                    上移
                  </Button>
                  <Button
                    aria-label={`下移${column.title}`}
                    disabled={index === columns.length - 1}
                    onClick={() => move(index, index + 1)}
                  >
                    下移
                  </Button>
                  <Button
                    aria-label={`去掉${column.title}`}
                    onClick={() => setColumns(columns.filter((_, at) => at !== index))}
                  >
                    去掉
                  </Button>
                </div>
              </li>
            ))}
          </ol>
          <Select
            style={{ width: '100%' }}
            aria-label="增加一列"
            placeholder="增加一列"
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            options={groups}
            onChange={(source: string | null) => {
              const found = sources.find((one) => one.source === source)
              if (found) setColumns([...columns, { source: found.source, title: found.title }])
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
