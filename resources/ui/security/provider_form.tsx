import { Form, Input, Switch } from 'antd'
import type { Provider } from '#identity/oidc'
import { CommandForm } from '~/ui/command_form'
import { must } from '~/ui/must'

/** The province's own identity provider. The secret is never shown again. */
export function ProviderForm({ provider }: { provider: Provider & { version: number } }) {
  return (
    <CommandForm
      path="/roles/provider"
      submit="保存"
      initial={{ ...provider }}
      body={(values) => ({ ...values, secret: values.secret || null, version: provider.version })}
    >
      <div className="grid-form">
        <Form.Item name="enabled" label="启用" valuePropName="checked">
          <Switch aria-label="启用" />
        </Form.Item>
        <Form.Item name="label" label="登录页按钮名称" rules={must('按钮名称')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item
          name="issuer"
          label="认证服务地址"
          extra="以 https:// 开头，须支持 OpenID Connect"
          rules={must('认证服务地址')}
        >
          <Input maxLength={190} />
        </Form.Item>
        <Form.Item name="clientId" label="客户端标识" rules={must('客户端标识')}>
          <Input maxLength={120} autoComplete="off" />
        </Form.Item>
        <Form.Item name="secret" label="客户端密钥" extra="留空为不改变；保存后不再显示">
          <Input.Password maxLength={300} autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="claim"
          label="登录名字段"
          extra="认证服务返回的哪一项是本平台的登录名；首次登录按它关联账号"
          rules={must('登录名字段')}
        >
          <Input maxLength={80} />
        </Form.Item>
      </div>
    </CommandForm>
  )
}
