import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import { CommandButton } from '../command_button'
import { Empty } from '../empty'

export type Phrase = { id: number; text: string }

interface Props {
  phrases: Phrase[]
  onPick: (text: string) => void
}

/** 常用意见: picked into the opinion; 常用意见设置 edits one's own (HB-08). */
export function Phrases({ phrases, onPick }: Props) {
  const [editing, edit] = useState(false)
  return (
    <div style={{ display: 'flex', gap: 8, marginBottom: 8 }}>
      <Select
        style={{ flex: 1, minWidth: 0 }}
        placeholder="常用意见"
        aria-label="常用意见"
        value={null}
        options={phrases.map(({ id, text }) => ({ value: id, label: text }))}
        notFoundContent="还没有常用意见，可在“设置”中添加"
        onChange={(id) => onPick(phrases.find((one) => one.id === id)!.text)}
      />
      <Button onClick={() => edit(true)}>设置</Button>
      <Modal
        open={editing}
        title="常用意见设置"
        footer={null}
        destroyOnHidden
        onCancel={() => edit(false)}
      >
        <Editor phrases={phrases} />
      </Modal>
    </div>
  )
}

function Editor({ phrases }: { phrases: Phrase[] }) {
  const [text, setText] = useState('')
  const { run, pending } = useCommand('/phrases', {
    reload: ['phrases'],
    onDone: () => setText(''),
  })
  return (
    <>
      {phrases.length === 0 && <Empty title="还没有常用意见">在下面写一条并保存。</Empty>}
      {phrases.map((phrase) => (
        <Line key={phrase.id} phrase={phrase} />
      ))}
      <Input.TextArea
        rows={3}
        maxLength={500}
        showCount
        aria-label="新的常用意见"
        placeholder="新的常用意见"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        type="primary"
        style={{ marginTop: 28 }}
        loading={pending}
        disabled={!text.trim()}
        onClick={() => void run({ text: text.trim() })}
      >
        保存
      </Button>
    </>
  )
}

function Line({ phrase }: { phrase: Phrase }) {
  const [text, setText] = useState(phrase.text)
  const { run, pending } = useCommand(`/phrases/${phrase.id}`, {
    method: 'PUT',
    reload: ['phrases'],
  })
  return (
    <div style={{ display: 'flex', gap: 8, marginBottom: 10 }}>
      <Input.TextArea
        autoSize
        maxLength={500}
        aria-label="常用意见内容"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        loading={pending}
        disabled={!text.trim() || text === phrase.text}
        onClick={() => void run({ text: text.trim() })}
      >
        保存
      </Button>
      <CommandButton path={`/phrases/${phrase.id}`} method="DELETE" danger>
        删除
      </CommandButton>
    </div>
  )
}
