import { Form, Input } from 'antd'

/** The device's code, or one kept on paper where that serves too. */
export const CodeItem = ({ onlyDevice }: { onlyDevice?: boolean }) => (
  <Form.Item
    name="code"
    label={onlyDevice ? '六位口令' : '六位口令或恢复码'}
    rules={[
      onlyDevice
        ? { required: true, pattern: /^\d{3} ?\d{3}$/, message: '请输入六位数字' }
        : {
            required: true,
            pattern: /^(\d{3} ?\d{3}|[0-9A-Za-z]{5}-?[0-9A-Za-z]{5})$/,
            message: '请输入六位数字，或十位恢复码',
          },
    ]}
  >
    <Input
      inputMode={onlyDevice ? 'numeric' : 'text'}
      autoComplete="one-time-code"
      maxLength={11}
      autoFocus
    />
  </Form.Item>
)
