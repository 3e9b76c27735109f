import { Form, Input, InputNumber, Modal, Radio } from 'antd'
import { useCommand } from '../command'
import { CHOICES, INTENTIONS, type StagePage, type StageRow } from './types'

interface Props extends StagePage {
  path: string
  row: StageRow
  onClose: () => void
}

/** What a member enters for one case: points, a vote, an opinion, questions. */
export function Entry({ stage, sheet, row, path, onClose }: Props) {
  const [form] = Form.useForm()
  const { run, pending, errors } = useCommand(path, { onDone: onClose })
  const items = Form.useWatch('items', form) as Record<string, number> | undefined
  const total = Object.values(items ?? {}).reduce((sum, points) => sum + (points ?? 0), 0)
  const title =
    [row.values.name, row.values.title].filter(Boolean).join(' · ') || `${row.values.number} 号`
  const submit = async () => {
    const values = await form.validateFields().catch(() => null)
    if (!values) return
    if (stage.ballot === 'secret') await run({ votes: [{ caseId: row.id, choice: values.choice }] })
    else await run({ caseId: row.id, ...values })
  }
  const choices = stage.primitive === 'provisional_vote' ? INTENTIONS : CHOICES
  const outcome = [
    { value: 'passed', label: '通过' },
    { value: 'not_passed', label: '不通过' },
  ]
  const opinion = (name: string, required: boolean) => (
    <Form.Item
      name={name}
      label={
        stage.primitive === 'questions'
          ? '面试题'
          : stage.primitive === 'deliberate'
            ? '专业组评议'
            : '意见'
      }
      rules={required ? [{ required: true, message: '请填写' }] : undefined}
    >
      <Input.TextArea rows={4} maxLength={1000} showCount />
    </Form.Item>
  )
  return (
    <Modal
      open
      title={`${stage.label}：${title}`}
      okText={stage.primitive === 'vote' ? '确定提交' : '保存'}
      cancelText="取消"
      confirmLoading={pending}
      maskClosable={false}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          items: row.own.items ?? {},
          choice: row.own.choice ?? undefined,
          opinion: row.own.opinion ?? (stage.primitive === 'provisional_vote' ? '同意' : undefined),
          text: stage.primitive === 'questions' ? row.values.questions : row.own.opinion,
          decision: row.own.decision ?? undefined,
        }}
      >
        {stage.primitive === 'score' && (
          <>
            {sheet.map((item) => (
              <Form.Item
                key={item.id}
                name={['items', item.id]}
                label={`${item.label}（0 至 ${item.max} 分）`}
                rules={[{ required: true, message: `请为“${item.label}”打分` }]}
              >
                <InputNumber min={0} max={item.max} precision={2} style={{ width: '100%' }} />
              </Form.Item>
            ))}
            <p>
              合计 <b className="num">{total.toFixed(2)}</b> 分
            </p>
          </>
        )}
        {['provisional_vote', 'vote'].includes(stage.primitive) && (
          <Form.Item name="choice" label="投票" rules={[{ required: true, message: '请选择' }]}>
            <Radio.Group optionType="button" buttonStyle="solid" options={choices} />
          </Form.Item>
        )}
        {stage.primitive === 'recheck' && (
          <Form.Item
            name="decision"
            label="复审结果"
            rules={[{ required: true, message: '请选择' }]}
          >
            <Radio.Group optionType="button" buttonStyle="solid" options={outcome} />
          </Form.Item>
        )}
        {stage.primitive === 'deliberate' && (
          <Form.Item
            name="outcome"
            label="是否通过"
            rules={[{ required: true, message: '请选择' }]}
            extra="不通过的参评人不能进入大评委会。"
          >
            <Radio.Group optionType="button" buttonStyle="solid" options={outcome} />
          </Form.Item>
        )}
        {(stage.primitive === 'provisional_vote' ||
          (stage.primitive === 'vote' && stage.ballot === 'named')) &&
          opinion('opinion', false)}
        {stage.primitive === 'deliberate' && opinion('opinion', true)}
        {['questions', 'recheck', 'opinion'].includes(stage.primitive) && opinion('text', true)}
        {stage.ballot === 'secret' && (
          <p className="muted">
            无记名投票：提交后不能修改，任何人看不到您的选择，计票在全体投完后进行。
          </p>
        )}
        {errors.map(({ field, message }) => (
          <div role="alert" key={field} style={{ color: '#c0392b' }}>
            {message}
          </div>
        ))}
      </Form>
    </Modal>
  )
}
