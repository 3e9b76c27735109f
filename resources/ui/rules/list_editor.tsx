import { App, Button } from 'antd'
import { useState } from 'react'
import type { SectionRule } from '#province/ruleset'
import { newId, type ListNode, type Value } from '#rules/shape/node'
import { useAround, useFocus, useSection, SectionContext } from './around'
import { ModeFlow } from './mode_flow'
import { RecordEditor } from './node_editor'
import { SectionPreview } from './section_preview'

interface Props {
  node: ListNode
  value: Value[]
  onChange: (value: Value[]) => void
}

/** Entries one below another: opened to edit, moved, copied, removed. */
export function ListEditor({ node, value, onChange }: Props) {
  const around = useAround()
  const named = useFocus()
  const [open, setOpen] = useState<number | null>(() => {
    const at = value.findIndex((entry) => isNamed(node.title(entry, around) ?? '', named))
    return at < 0 ? null : at
  })
  const { modal } = App.useApp()
  const section = useSection()
  const replace = (index: number, entry: Value) =>
    onChange(value.map((each, at) => (at === index ? entry : each)))
  const move = (index: number, by: number) => {
    const next = [...value]
    const [entry] = next.splice(index, 1)
    next.splice(index + by, 0, entry)
    onChange(next)
    if (open === index) setOpen(index + by)
  }
  const add = (entry: Value, at: number) => {
    onChange([...value.slice(0, at), entry, ...value.slice(at)])
    setOpen(at)
  }
  const remove = (index: number) =>
    modal.confirm({
      title: `删除“${node.title(value[index], around) || node.noun}”？`,
      content: '保存后生效；已发布的版本不受影响。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: () => {
        onChange(value.filter((_, at) => at !== index))
        setOpen(null)
      },
    })
  return (
    <div className="rule-list">
      {node.firstMatch && value.length > 1 && (
        <p className="muted">从上到下取第一个符合条件的；最后一项不设条件，作为其他情况。</p>
      )}
      <ol>
        {value.map((entry, index) => {
          const title = node.title(entry, around) || `未命名的${node.noun}`
          return (
            <li key={index} className={open === index ? 'open' : undefined}>
              <div className="rule-entry">
                <button
                  type="button"
                  aria-expanded={open === index}
                  onClick={() => setOpen(open === index ? null : index)}
                >
                  <span className="muted num">{index + 1}</span> {title}
                </button>
                <EntryButtons
                  title={title}
                  first={index === 0}
                  last={index === value.length - 1}
                  onMove={(by) => move(index, by)}
                  onCopy={() => add(copyOf(node, entry), index + 1)}
                  onRemove={() => remove(index)}
                />
              </div>
              {open === index && (
                <div className="rule-body">
                  {node.preview === 'mode' && <ModeFlow stages={entry.stages ?? []} />}
                  {node.preview === 'section' && <SectionPreview section={entry as SectionRule} />}
                  <SectionContext.Provider
                    value={node.preview === 'section' ? (entry as SectionRule) : section}
                  >
                    <RecordEditor
                      node={node.item}
                      value={entry}
                      onChange={(next) => replace(index, next)}
                    />
                  </SectionContext.Provider>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <Button size="small" onClick={() => add(node.create(), value.length)}>
        + 新增{node.noun}
      </Button>
    </div>
  )
}

/** A fault calls an entry by its name alone, its heading may say more: `经历 · 工作经历`, `单位（必填）`. */
const isNamed = (title: string, names: string[]) =>
  names.some((name) => title === name || title.split(/ · |（|^\S+ /).includes(name))

const copyOf = (node: ListNode, entry: Value): Value => ({
  ...structuredClone(entry),
  ...(node.key && { [node.key]: newId('copy') }),
})

function EntryButtons(props: {
  title: string
  first: boolean
  last: boolean
  onMove: (by: number) => void
  onCopy: () => void
  onRemove: () => void
}) {
  const button = (label: string, onClick: () => void, disabled = false, danger = false) => (
    <Button
      type="text"
      size="small"
      danger={danger}
      disabled={disabled}
      aria-label={`${label}“${props.title}”`}
      onClick={onClick}
    >
      {label}
    </Button>
  )
  return (
    <span className="rule-acts">
      {button('上移', () => props.onMove(-1), props.first)}
      {button('下移', () => props.onMove(1), props.last)}
      {button('复制', props.onCopy)}
      {button('删除', props.onRemove, false, true)}
    </span>
  )
}
