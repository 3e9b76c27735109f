import { Button, Form, Input, Modal, Tabs } from 'antd'
import { useRef, useState } from 'react'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import type { DocumentTemplate } from '#province/define_province'
import { SearchSelect } from '~/ui/register/search_select'
import { Fault, TemplatePreview } from './template_preview'

interface Props {
  draftId: number
  value: Record<string, DocumentTemplate>
  faults: string[]
  onChange: (value: Record<string, DocumentTemplate>) => void
}

/** Templates as text, with the fields they may use and the faults of the last check. */
export function TemplatesEditor({ draftId, value, faults, onChange }: Props) {
  const [adding, setAdding] = useState(false)
  const change = (name: string, more: Partial<DocumentTemplate>) =>
    onChange({ ...value, [name]: { ...value[name], ...more } })
  return (
    <>
      <Tabs
        tabBarExtraContent={
          <Button size="small" onClick={() => setAdding(true)}>
            + 新增模板
          </Button>
        }
        items={Object.entries(value).map(([name, template]) => ({
          key: name,
          label: template.label,
          children: (
            <TemplateText
              draftId={draftId}
              name={name}
              template={template}
              faults={faults.flatMap((fault) =>
                fault.startsWith(`模板 ${name}：`) ? fault.slice(`模板 ${name}：`.length) : []
              )}
              onChange={(more) => change(name, more)}
            />
          ),
        }))}
      />
      <NewTemplate
        open={adding}
        known={value}
        onClose={() => setAdding(false)}
        onAdd={(name, template) => onChange({ ...value, [name]: template })}
      />
    </>
  )
}

function TemplateText({
  draftId,
  name,
  template,
  faults,
  onChange,
}: {
  draftId: number
  name: string
  template: DocumentTemplate
  faults: string[]
  onChange: (more: Partial<DocumentTemplate>) => void
}) {
  const [applicationId, setApplicationId] = useState<number | null>(null)
  const text = useRef<TextAreaRef>(null)
  const goTo = (line: number) => showLine(text.current?.resizableTextArea?.textArea, line)
  return (
    <div className="template-editor">
      <div>
        <div className="preview-case">
          <span>预览使用</span>
          <SearchSelect
            hidden
            path="/rules/cases"
            placeholder="样例（可按姓名或申报编号选择一件申报）"
            value={applicationId}
            onChange={(value) => setApplicationId(value === null ? null : Number(value))}
            empty="没有找到已提交的申报"
          />
        </div>
        <TemplatePreview
          draftId={draftId}
          name={name}
          source={template.source}
          applicationId={applicationId}
          onLine={goTo}
        />
        <Input
          aria-label="模板名称"
          style={{ marginBottom: 10 }}
          value={template.label}
          onChange={({ target }) => onChange({ label: target.value })}
        />
        <Input.TextArea
          ref={text}
          aria-label="模板内容"
          className="code"
          spellCheck={false}
          autoSize={{ minRows: 18, maxRows: 32 }}
          value={template.source}
          onChange={({ target }) => onChange({ source: target.value })}
        />
      </div>
      <aside>
        <h3>检查</h3>
        {faults.length === 0 ? (
          <p className="muted">上次保存的内容没有发现问题。</p>
        ) : (
          <ul className="fault-list">
            {faults.map((fault) => (
              <li key={fault}>
                <Fault text={fault} onLine={goTo} />
              </li>
            ))}
          </ul>
        )}
        <h3>可以使用的内容</h3>
        <dl className="sample">
          {Object.entries(template.sample).map(([key, sample]) => (
            <div key={key}>
              <dt className="num">{`{{${key}}}`}</dt>
              <dd className="muted">{sampleText(sample)}</dd>
            </div>
          ))}
        </dl>
      </aside>
    </div>
  )
}

/** Marks a line of the text and brings it into sight. */
function showLine(area: HTMLTextAreaElement | undefined, line: number) {
  if (!area) return
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 4)
}

const sampleText = (sample: unknown) =>
  Array.isArray(sample)
    ? `列表，每条有 ${Object.keys(sample[0] ?? {}).join('、')}`
    : typeof sample === 'boolean'
      ? sample
        ? '是'
        : '否'
      : String(sample).slice(0, 60)

function NewTemplate({
  open,
  known,
  onClose,
  onAdd,
}: {
  open: boolean
  known: Props['value']
  onClose: () => void
  onAdd: (name: string, template: DocumentTemplate) => void
}) {
  return (
    <Modal open={open} title="新增模板" footer={null} destroyOnHidden onCancel={onClose}>
      <Form
        layout="vertical"
        onFinish={({ name, label }) => {
          const [first] = Object.values(known)
          onAdd(name, { label, source: first?.source ?? '', sample: first?.sample ?? {} })
          onClose()
        }}
      >
        <Form.Item name="label" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="name"
          label="标识"
          extra="由小写字母、数字和下划线组成；以第一个模板的内容为起点。"
          rules={[
            { required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: '请填写符合要求的标识' },
            {
              validator: (_, name) =>
                Object.hasOwn(known, name ?? '')
                  ? Promise.reject(new Error('已有这个模板'))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          新增
        </Button>
      </Form>
    </Modal>
  )
}
