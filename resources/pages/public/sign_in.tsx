import { Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { Captcha } from '~/ui/captcha'
import { CommandForm } from '~/ui/command_form'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useSite, useUrl } from '~/ui/site'

const KINDS = {
  person: { label: '个人登录', hint: '登录名为身份证号；还没有账号的，点“注册新账号”查看办法' },
  unit: { label: '单位登录', hint: '单位管理员、经办人、领导、职改办、评委会' },
  expert: { label: '专家登录', hint: '使用评审账号，评审结束后账号自动停用' },
} as const
type Kind = keyof typeof KINDS
type Props = { to?: string; as?: Kind; provider: string | null }

export default function SignIn({ to, as = 'person', provider }: Props) {
  const { site, brand } = useSite()
  const url = useUrl()
  const [kind, setKind] = useState<Kind>(as)
  return (
    <div className="narrow card">
      {brand?.logo && (
        <img className="logo sign-in-logo" src={url(brand.logo)} alt={`${brand.name}标志`} />
      )}
      <PageHead title="登录" />
      <Segmented
        block
        options={Object.entries(KINDS).map(([value, { label }]) => ({ value, label }))}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        style={{ marginBottom: 8 }}
      />
      <p className="muted">{KINDS[kind].hint}</p>
      <CommandForm
        path="/sign-in"
        submit="登录"
        body={(values) => ({ ...values, to })}
        extra={
          <>
            <Link href="/activate">首次使用？激活账号</Link>
            <Link href="/register">注册新账号</Link>
          </>
        }
      >
        <Form.Item
          name="login"
          label="登录名"
          rules={[{ required: true, message: '请填写登录名' }]}
        >
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="captcha" label="人机验证（多次输错后需要）">
          <Captcha />
        </Form.Item>
      </CommandForm>
      {provider && (
        <Button
          block
          style={{ margin: '12px 0' }}
          href={url(`/sign-in/oidc${to ? `?to=${encodeURIComponent(to)}` : ''}`)}
        >
          用{provider}登录
        </Button>
      )}
      <p className="muted" style={{ marginBottom: 0 }}>
        忘记密码：申报人和单位账号请联系开设账号的单位重置；专家请联系评委会办事机构。
        {site.demo && (
          <>
            {' '}
            演示环境可<Link href="/personas">选择演示角色</Link>直接登录。
          </>
        )}
      </p>
    </div>
  )
}
