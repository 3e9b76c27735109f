import { Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from './command'
import { useThisYear } from './site'
import type { Slip } from './slips'

type Failure = { line: number; name: string; reason: string }
type Opened = { slips: Slip[]; failures: Failure[] }

const MOST = 200

/** People of a list, one a line: 姓名, 身份证号, 手机号码, by comma, tab or blank. */
const peopleOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().split(/[\s,，、;；]+/))
    .filter(([name]) => name)
    .map(([name, idNumber = '', phone]) => ({ name, idNumber, phone: phone ?? null }))

interface Props {
  open: boolean
  onClose: () => void
  onSlips: (slips: Slip[]) => void
}

/** Accounts for a whole list; what could not be opened stays in the box with its reason. */
export function ManyApplicants({ open, onClose, onSlips }: Props) {
  const [text, setText] = useState('')
  const [year, setYear] = useState(useThisYear())
  const [failures, setFailures] = useState<Failure[]>([])
  const people = peopleOf(text)
  const { run, pending } = useCommand<Opened>('/accounts/applicants/many', {
    reload: ['accounts'],
    onDone: (done) => {
      const { slips, failures: left } = done.data!
      setFailures(left)
      const lines = new Set(left.map(({ line }) => line))
      setText(
        people
          .filter((_, index) => lines.has(index + 1))
          .map(({ name, idNumber, phone }) => [name, idNumber, phone].filter(Boolean).join(' '))
          .join('\n')
      )
      if (left.length === 0) onClose()
      if (slips.length > 0) onSlips(slips)
    },
  })
  return (
    <Modal
      open={open}
      title="批量新增申报人"
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div">
        <Form.Item
          label="人员名单"
          htmlFor="people"
          extra="每行一人：姓名 身份证号 手机号码（可不填），可从表格中直接粘贴。"
        >
          <Input.TextArea
            id="people"
            rows={8}
            value={text}
            placeholder="张示例 110101198010010135 13900000000"
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
        {failures.length > 0 && (
          <ul className="hints" role="alert" style={{ color: '#c0392b', marginBottom: 16 }}>
            {failures.map(({ line, name, reason }) => (
              <li key={line}>
                {name}：{reason}
              </li>
            ))}
          </ul>
        )}
        <Form.Item label="年度" htmlFor="many-year">
          <InputNumber
            id="many-year"
            min={2020}
            max={2100}
            value={year}
            onChange={(value) => setYear(value ?? year)}
          />
        </Form.Item>
      </Form>
      <Button
        type="primary"
        loading={pending}
        disabled={people.length === 0 || people.length > MOST}
        onClick={() => void run({ year, people })}
      >
        开设 {people.length} 个账号
      </Button>
      {people.length > MOST && <span role="alert"> 一次最多 {MOST} 人，请分次新增。</span>}
    </Modal>
  )
}
