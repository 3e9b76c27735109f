import { router } from '@inertiajs/react'
import { Button, Modal, Tag } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { CommandForm } from '~/ui/command_form'
import { RecoveryCodes } from '~/ui/operator/recovery_codes'
import { PageHead } from '~/ui/page_head'
import { CodeItem, SetUp, type SecondFactorSetUp } from '~/ui/second_factor'

type Props = { isBound: boolean; codesLeft: number }
type Act = 'confirm' | 'renew' | 'remove'

const TITLES: Record<Act, string> = {
  confirm: '绑定动态口令',
  renew: '更换恢复码',
  remove: '解除绑定',
}

/** An operator's own second factor. */
export default function OperatorSecurity({ isBound, codesLeft }: Props) {
  const [act, setAct] = useState<Act | null>(null)
  const [setUp, setSetUp] = useState<SecondFactorSetUp | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const { run, pending } = useCommand<SecondFactorSetUp>('/operator/security/begin', {
    reload: false,
    onDone: ({ data }) => {
      setSetUp(data ?? null)
      setAct('confirm')
    },
  })
  const close = () => {
    setAct(null)
    setSetUp(null)
    setCodes(null)
    router.reload()
  }
  return (
    <>
      <PageHead title="账号安全" />
      <section className="card">
        <h2>动态口令 {isBound ? <Tag color="success">已绑定</Tag> : <Tag>未绑定</Tag>}</h2>
        <p className="muted">登录时除密码外再输入手机验证器上的口令，密码泄露时账号仍然安全。</p>
        {isBound ? (
          <>
            <p>
              还有 <b className="num">{codesLeft}</b> 个恢复码可用
              {codesLeft < 3 && '，建议更换'}。手机遗失时可用恢复码登录，每个只能用一次。
            </p>
            <div className="actions">
              <Button onClick={() => setAct('renew')}>更换恢复码</Button>
              <Button onClick={() => setAct('remove')}>更换设备</Button>
            </div>
          </>
        ) : (
          <Button type="primary" loading={pending} onClick={() => run()}>
            绑定动态口令
          </Button>
        )}
      </section>
      <Modal
        open={act !== null}
        title={codes ? '恢复码' : act && TITLES[act]}
        footer={null}
        mask={{ closable: false }}
        destroyOnHidden
        onCancel={close}
      >
        {codes ? (
          <RecoveryCodes codes={codes} onKept={close} />
        ) : (
          <>
            {setUp && <SetUp {...setUp} />}
            {act === 'remove' && (
              <p>解除后恢复码一并失效，其他电脑上的登录退出；下次登录前须绑定新的设备。</p>
            )}
            <CommandForm<{ codes?: string[] }>
              key={act}
              path={`/operator/security/${act}`}
              submit="确定"
              reload={false}
              onDone={({ data }) => (data?.codes ? setCodes(data.codes) : close())}
              extra={<Button onClick={close}>取消</Button>}
            >
              <CodeItem onlyDevice={act === 'confirm'} />
            </CommandForm>
          </>
        )}
      </Modal>
    </>
  )
}
