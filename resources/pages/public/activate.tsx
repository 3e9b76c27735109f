import { Form, Input } from 'antd'
import { CommandForm } from '~/ui/command_form'
import { PageHead } from '~/ui/page_head'
import { NewPassword } from '~/ui/new_password'

export default function Activate({ login }: { login: string }) {
  return (
    <div className="narrow card">
      <PageHead
        title="激活账号"
        hint="用开设账号的单位交给您的激活码设置自己的密码。激活码只能用一次。"
      />
      <CommandForm path="/activate" submit="激活并登录" initial={{ login }}>
        <Form.Item
          name="login"
          label="登录名"
          rules={[{ required: true, message: '请填写登录名' }]}
        >
          <Input autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="secret"
          label="激活码"
          rules={[{ required: true, message: '请填写激活码' }]}
        >
          <Input autoComplete="one-time-code" />
        </Form.Item>
        <NewPassword />
      </CommandForm>
    </div>
  )
}
