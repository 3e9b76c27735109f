import { Button, Modal, Tag } from 'antd'
import { useState } from 'react'
import { ButtonLink } from '~/ui/button_link'
import { useCommand } from '~/ui/command'
import { CommandForm } from '~/ui/command_form'
import type { Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { CodeItem, SetUp, type SecondFactorSetUp } from '~/ui/second_factor'
import { SessionTable, type SessionRow } from '~/ui/session_table'

type Props = { hasSecondFactor: boolean; sessions: Paged<SessionRow> }

/** A person's own second factor and sessions. */
export default function Security({ hasSecondFactor, sessions }: Props) {
  const [setUp, setSetUp] = useState<SecondFactorSetUp | null>(null)
  const [removing, setRemoving] = useState(false)
  const { run, pending } = useCommand<SecondFactorSetUp>('/security/second-factor', {
    reload: false,
    onDone: ({ data }) => setSetUp(data ?? null),
  })
  const close = () => {
    setSetUp(null)
    setRemoving(false)
  }
  return (
    <>
      <PageHead title="账号安全" actions={<ButtonLink href="/password">修改密码</ButtonLink>} />
      <section className="card">
        <h2>动态口令 {hasSecondFactor ? <Tag color="success">已绑定</Tag> : <Tag>未绑定</Tag>}</h2>
        <p className="muted">登录时除密码外再输入手机验证器上的口令，密码泄露时账号仍然安全。</p>
        {hasSecondFactor ? (
          <Button onClick={() => setRemoving(true)}>解除绑定</Button>
        ) : (
          <Button type="primary" loading={pending} onClick={() => run()}>
            绑定动态口令
          </Button>
        )}
      </section>
      <section className="card">
        <h2>登录中的设备</h2>
        <SessionTable sessions={sessions} />
      </section>
      <Modal
        open={setUp !== null || removing}
        title={removing ? '解除动态口令' : '绑定动态口令'}
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={close}
      >
        {setUp && <SetUp {...setUp} />}
        <CommandForm
          path={removing ? '/security/second-factor/remove' : '/security/second-factor/confirm'}
          submit="确定"
          onDone={close}
          extra={<Button onClick={close}>取消</Button>}
        >
          <CodeItem onlyDevice />
        </CommandForm>
      </Modal>
    </>
  )
}
