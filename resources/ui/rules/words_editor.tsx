import { Button, Input } from 'antd'
import { useState } from 'react'
import { Empty } from '~/ui/empty'

interface Props {
  value: Record<string, string>
  onChange: (value: Record<string, string>) => void
}

/** Words the province says differently: what stands on the pages, and what shall stand there instead. */
export function WordsEditor({ value, onChange }: Props) {
  const [key, setKey] = useState('')
  const add = () => {
    if (!key.trim() || Object.hasOwn(value, key.trim())) return
    onChange({ ...value, [key.trim()]: '' })
    setKey('')
  }
  return (
    <>
      {Object.keys(value).length === 0 && (
        <Empty title="没有另外的用语">页面使用通用的说法；需要改变某个说法时在下方添加。</Empty>
      )}
      <dl className="words">
        {Object.entries(value).map(([name, word]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Input
                aria-label={`“${name}”改为`}
                maxLength={200}
                value={word}
                onChange={({ target }) => onChange({ ...value, [name]: target.value })}
              />
              <Button
                type="text"
                danger
                onClick={() => {
                  const { [name]: _gone, ...rest } = value
                  onChange(rest)
                }}
              >
                删除
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
        <Input
          aria-label="通用的说法"
          placeholder="通用的说法"
          style={{ maxWidth: 260 }}
          value={key}
          onChange={({ target }) => setKey(target.value)}
          onPressEnter={add}
        />
        <Button onClick={add}>+ 添加用语</Button>
      </div>
    </>
  )
}
