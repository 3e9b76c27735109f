import { RECHECKS } from '#evaluations/words'
import { Alert, App, Button, Form, Input, InputNumber, Radio, type FormInstance } from 'antd'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useCommand } from '../command'
import { useDraft } from './draft'
import { useKeepForLater } from './outbox'
import { choicesOf, type StageFrame, type StageRow } from './types'

interface Props extends StageFrame {
  form: FormInstance
  path: string
  row: StageRow
  /** after the server has it; `on` when the next case is wanted */
  onSaved: (on: boolean) => void
}

const OUTCOME = [
  { value: 'passed', label: '通过' },
  { value: 'not_passed', label: '不通过' },
]

const OPINIONS: Record<string, string> = {
  yes: '同意',
  no: '不同意',
  abstain: '弃权',
  passed: '同意',
  not_passed: '不同意',
}

const RECHECK = Object.entries(RECHECKS).map(([value, label]) => ({ value, label }))

const SUBMIT = { content: '投票提交后不能修改。', okText: '确定提交', cancelText: '再想想' }

/** What a member enters for one case: points, a vote, an opinion, questions. */
export function Entry({ stage, sheet, row, path, meeting, form, onSaved }: Props) {
  const { modal } = App.useApp()
  const secret = stage.ballot === 'secret'
  const draft = useDraft(form, `${meeting.id}/${stage.id}/${row.id}`, !secret)
  const keep = useKeepForLater()
  const who = row.values.name ?? '这位参评人员'
  const { run, pending, errors } = useCommand(path, {
    reload: false,
    onOffline: secret
      ? undefined
      : (body) => keep({ path, body, about: `${stage.label} ${who}`, draft: draft.key }),
  })
  const items = Form.useWatch('items', form) as Record<string, number> | undefined
  /** points that saving refuses are not added, and the total says how many (HN-13) */
  const isOut = (item: { id: string; max: number }) =>
    (items?.[item.id] ?? 0) < 0 || (items?.[item.id] ?? 0) > item.max
  const total = sheet.reduce((sum, item) => sum + (isOut(item) ? 0 : (items?.[item.id] ?? 0)), 0)
  const out = sheet.filter(isOut).length
  const full = sheet.reduce((sum, { max }) => sum + max, 0)
  const closed = row.blocked ?? row.settled
  const final = stage.primitive === 'vote'
  const submits = final || stage.primitive === 'deliberate'
  const writes = (stage.primitive === 'provisional_vote' && !stage.forgotten) || (final && !secret)
  const deliberates = stage.primitive === 'deliberate'
  const proposes = writes || deliberates
  /** The opinion follows the choice until one has written his own (HN-05, HN-08). */
  const choice = Form.useWatch(deliberates ? 'outcome' : 'choice', form) as string | undefined
  const chosen = useRef<unknown>(
    deliberates ? row.values.outcome : (row.own.choice ?? row.own.intended?.choice)
  )
  useEffect(() => {
    if (!proposes || !choice || choice === chosen.current) return
    chosen.current = choice
    const written = form.getFieldValue('opinion')
    if (!written || Object.values(OPINIONS).includes(written))
      form.setFieldValue('opinion', OPINIONS[choice])
  }, [choice, proposes, form])
  /** a key pressed again while the first press is still being answered asks nothing twice */
  const submitting = useRef(false)
  const submit = async (on: boolean) => {
    if (closed || submitting.current) return
    submitting.current = true
    await send(on).finally(() => (submitting.current = false))
  }
  const send = async (on: boolean) => {
    const values = await form.validateFields().catch(() => null)
    if (!values) return
    if (final && !(await modal.confirm({ ...SUBMIT, title: `提交对${who}的投票？` }))) return
    const done = await run(
      secret
        ? { votes: [{ caseId: row.id, choice: values.choice }] }
        : { caseId: row.id, ...values }
    )
    if (!done) return
    draft.forget()
    onSaved(on)
  }
  useEffect(() => {
    const save = (event: globalThis.KeyboardEvent) => {
      const hot = (event.ctrlKey || event.metaKey) && ['s', 'Enter'].includes(event.key)
      if (!hot) return
      event.preventDefault()
      void submit(event.key === 'Enter')
    }
    window.addEventListener('keydown', save)
    return () => window.removeEventListener('keydown', save)
  })
  return (
    <Form
      form={form}
      layout="vertical"
      disabled={closed !== null}
      initialValues={{
        items: row.own.items ?? {},
        choice: row.own.choice ?? row.own.intended?.choice ?? undefined,
        opinion: row.own.opinion ?? row.own.intended?.opinion ?? undefined,
        text: stage.primitive === 'questions' ? row.values.questions : row.own.opinion,
        decision: row.own.decision ?? undefined,
        ...(stage.primitive === 'deliberate' && {
          outcome: row.values.outcome ?? undefined,
          opinion: row.values.groupOpinion ?? undefined,
        }),
      }}
      onValuesChange={(_, values) => draft.save(values)}
      onFinish={() => void submit(true)}
    >
      {draft.restored && !closed && (
        <Alert type="info" showIcon title="已恢复上次未提交的内容" style={{ marginBottom: 12 }} />
      )}
      {row.returned !== null && (
        <Alert
          type="warning"
          showIcon
          title="被退回修改"
          description={row.returned}
          style={{ marginBottom: 12 }}
        />
      )}
      {closed && <Alert type="info" showIcon title={closed} style={{ marginBottom: 12 }} />}
      {stage.primitive === 'score' && (
        <div onKeyDown={walkItems} className="score-items">
          {sheet.map((item) => (
            <Form.Item
              key={item.id}
              name={['items', item.id]}
              label={`${item.label}（0 至 ${item.max} 分）`}
              rules={[
                { required: true, message: `请为“${item.label}”打分` },
                // refused, not bent to the bound: 45 of 40 is a slip, not a 40
                { type: 'number', min: 0, max: item.max, message: `应在 0 至 ${item.max} 分之间` },
              ]}
            >
              <InputNumber
                precision={2}
                keyboard={false}
                controls={false}
                inputMode="decimal"
                size="large"
                style={{ width: '100%' }}
              />
            </Form.Item>
          ))}
          <p className="score-total">
            合计 <b className="num">{total.toFixed(2)}</b> / {full} 分
            {out > 0 && <span className="fault">　有 {out} 项超出范围，未计入</span>}
          </p>
        </div>
      )}
      {['provisional_vote', 'vote'].includes(stage.primitive) && (
        <Form.Item name="choice" label="投票" rules={[{ required: true, message: '请选择' }]}>
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            size="large"
            options={choicesOf(stage.primitive)}
          />
        </Form.Item>
      )}
      {stage.primitive === 'recheck' && (
        <Form.Item name="decision" label="复审结果" rules={[{ required: true, message: '请选择' }]}>
          <Radio.Group optionType="button" buttonStyle="solid" size="large" options={RECHECK} />
        </Form.Item>
      )}
      {stage.primitive === 'deliberate' && (
        <Form.Item
          name="outcome"
          label="是否通过"
          rules={[{ required: true, message: '请选择' }]}
          extra="不通过的参评人不能进入大评委会。"
        >
          <Radio.Group optionType="button" buttonStyle="solid" size="large" options={OUTCOME} />
        </Form.Item>
      )}
      {writes && <Words name="opinion" label="意见" />}
      {stage.forgotten && (
        <p className="muted">
          拟投票仅作准备，不是正式投票：无记名投票开启时自动清除，不保存、不计票，届时请另行投票。
        </p>
      )}
      {stage.primitive === 'deliberate' && <Words name="opinion" label="专业组评议" required />}
      {stage.primitive === 'questions' && <Words name="text" label="面试题" required rows={8} />}
      {stage.primitive === 'opinion' && <Words name="text" label={stage.label} required />}
      {stage.primitive === 'recheck' && <Words name="text" label="复审意见" required />}
      {secret && (
        <p className="muted">
          无记名投票：提交后不能修改，任何人看不到您的选择，计票在全体投完后进行。
        </p>
      )}
      {errors.map(({ field, message }) => (
        <div role="alert" key={field} className="fault">
          {message}
        </div>
      ))}
      <div className="desk-buttons">
        <Button type="primary" size="large" loading={pending} onClick={() => void submit(true)}>
          {submits ? '确定提交，下一位' : '保存，下一位'}
        </Button>
        <Button
          size="large"
          disabled={pending || closed !== null}
          onClick={() => void submit(false)}
        >
          {submits ? '确定提交' : '保存'}
        </Button>
      </div>
    </Form>
  )
}

function Words({
  name,
  label,
  required = false,
  rows = 4,
}: {
  name: string
  label: string
  required?: boolean
  rows?: number
}) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={required ? [{ required: true, message: `请填写${label}` }] : undefined}
    >
      <Input.TextArea rows={rows} maxLength={rows > 4 ? 4000 : 1000} showCount />
    </Form.Item>
  )
}

/** Up, down and Enter go from one item of the sheet to the next. */
function walkItems(event: KeyboardEvent<HTMLDivElement>) {
  const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key]
  if (!step || event.ctrlKey || event.metaKey) return
  const inputs = [...event.currentTarget.querySelectorAll('input')]
  const next = inputs[inputs.indexOf(event.target as HTMLInputElement) + step]
  event.preventDefault()
  next?.focus()
  next?.select()
}
