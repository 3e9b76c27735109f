import { Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { PageHead } from '~/ui/page_head'
import { useSite } from '~/ui/site'

export default function OperatorSignIn() {
  const { site } = useSite()
  const [way, setWay] = useState('登录')
  return (
    <div className="narrow card">
      <PageHead title="平台运维" hint="管理本平台上的各省租户，不能查看各省的业务数据。" />
      <Segmented
        block
        options={['登录', '首次激活']}
        value={way}
        onChange={setWay}
        style={{ marginBottom: 16 }}
      />
      {way === '登录' ? (
        <CommandForm key="sign-in" path="/operator/sign-in" submit="登录">
          <Login />
          <Form.Item
            name="password"
            label="密码"
            rules={[{ required: true, message: '请填写密码' }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        </CommandForm>
      ) : (
        <CommandForm key="activate" path="/operator/activate" submit="激活">
          <Login />
          <Form.Item
            name="secret"
            label="激活码"
            rules={[{ required: true, message: '请填写激活码' }]}
          >
            <Input autoComplete="one-time-code" />
          </Form.Item>
          <Form.Item
            name="password"
            label="新密码"
            rules={[{ required: true, message: '请填写新密码' }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="confirmation"
            label="再次输入"
            rules={[{ required: true, message: '请再次输入新密码' }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </CommandForm>
      )}
      {site.demo && (
        <div style={{ marginTop: 16 }}>
          <CommandButton path="/operator/persona">以演示运维的身份进入</CommandButton>
        </div>
      )}
    </div>
  )
}

const Login = () => (
  <Form.Item name="login" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
    <Input autoComplete="username" autoFocus />
  </Form.Item>
)
