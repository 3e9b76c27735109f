import { Checkbox, Form } from 'antd'
import type { ReactNode } from 'react'
import { Captcha } from './captcha'
import { NewPassword } from './new_password'

/** What every registration ends with: password, captcha, consent (PIPL 17). */
export function RegistrationFields({ notice }: { notice: ReactNode }) {
  return (
    <>
      <NewPassword />
      <Form.Item
        name="captcha"
        label="人机验证"
        rules={[{ required: true, message: '请完成人机验证' }]}
      >
        <Captcha />
      </Form.Item>
      <div className="pledge" style={{ marginBottom: 12, fontSize: 13 }}>
        {notice}
      </div>
      <Form.Item
        name="agreed"
        valuePropName="checked"
        rules={[
          {
            validator: (_, value) =>
              value ? Promise.resolve() : Promise.reject(new Error('请阅读并勾选同意')),
          },
        ]}
      >
        <Checkbox>我已阅读并同意以上说明</Checkbox>
      </Form.Item>
    </>
  )
}
