import { DatePicker, Form, Input } from 'antd'
import type { Dayjs } from 'dayjs'
import { CommandForm } from '../command_form'

interface Props {
  applicationId: number
  version: number
  dueOn: string | null
}

/** More time for a correction, with the reason. */
export function Extension({ applicationId, version, dueOn }: Props) {
  return (
    <div className="card">
      <h2>补正期限</h2>
      <p>已退回申报人补正，期限 {dueOn}，逾期视为放弃。</p>
      <CommandForm
        path={`/reviews/${applicationId}/extend`}
        submit="延长期限"
        body={(values) => ({
          reason: values.reason,
          dueOn: (values.dueOn as Dayjs).format('YYYY-MM-DD'),
          version,
        })}
      >
        <Form.Item
          name="dueOn"
          label="新的补正期限"
          rules={[{ required: true, message: '请选择日期' }]}
        >
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label="原因" rules={[{ required: true, message: '请填写原因' }]}>
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </CommandForm>
    </div>
  )
}
