import { Form, Input } from 'antd'

/** A new password, twice. */
export function NewPassword() {
  return (
    <>
      <Form.Item
        name="password"
        label="新密码"
        extra="至少 8 位，含大写字母、小写字母、数字、符号中的三种；不能含登录名。"
        rules={[{ required: true, message: '请填写新密码' }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="confirmation"
        label="再输入一次"
        dependencies={['password']}
        rules={[
          { required: true, message: '请再输入一次新密码' },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入的密码不一致')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
