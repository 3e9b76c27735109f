import { Form, Input } from 'antd'
import { CommandForm } from '~/ui/command_form'
import { NewPassword } from '~/ui/new_password'
import { PageHead } from '~/ui/page_head'

export default function ChangePassword() {
  return (
    <div className="narrow card">
      <PageHead title="修改密码" hint="修改后，其他设备上的登录会退出。" />
      <CommandForm path="/password" submit="修改密码">
        <Form.Item
          name="current"
          label="当前密码"
          rules={[{ required: true, message: '请填写当前密码' }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPassword />
      </CommandForm>
    </div>
  )
}
