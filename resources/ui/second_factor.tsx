import { Form, Input } from 'antd'
export interface SecondFactorSetUp {
  secret: string
  picture: string
}

/** The square to scan, and the secret for who types it. */
export const SetUp = ({ secret, picture }: SecondFactorSetUp) => (
  <div style={{ marginBottom: 16 }}>
    <p>用手机上的验证器（支持动态口令的应用或小程序）扫描，再输入显示的六位口令。</p>
    <img src={picture} alt="绑定动态口令的二维码" width={180} height={180} />
    <p className="muted">
      不能扫描时，可手工输入密钥：
      <span className="num" style={{ overflowWrap: 'anywhere' }}>
        {secret.match(/.{1,4}/g)!.join(' ')}
      </span>
    </p>
  </div>
)

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
      maxLength={onlyDevice ? 7 : 11}
      autoFocus
    />
  </Form.Item>
)
