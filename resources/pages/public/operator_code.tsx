import { router } from '@inertiajs/react'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'
import { Link } from '~/ui/link'
import { RecoveryCodes } from '~/ui/operator/recovery_codes'
import { PageHead } from '~/ui/page_head'
import { CodeItem, SetUp, type SecondFactorSetUp } from '~/ui/second_factor'

/** The second step of an operator's sign-in; who has no second factor yet sets it up here. */
export default function OperatorCode({ setUp }: { setUp: SecondFactorSetUp | null }) {
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes)
    return (
      <div className="narrow card">
        <PageHead title="恢复码" />
        <RecoveryCodes codes={codes} onKept={() => router.visit('/operator')} />
      </div>
    )
  return (
    <div className="narrow card">
      <PageHead
        title={setUp ? '绑定动态口令' : '动态口令'}
        hint={
          setUp ? '运维账号须用动态口令登录，请先绑定。' : '请打开手机上的验证器，输入当前口令。'
        }
      />
      {setUp && <SetUp {...setUp} />}
      <CommandForm<{ codes: string[] }>
        path="/operator/sign-in/code"
        submit="确定"
        reload={false}
        onDone={({ data }) => data && setCodes(data.codes)}
        extra={<Link href="/operator/sign-in">重新登录</Link>}
      >
        <CodeItem onlyDevice={setUp !== null} />
      </CommandForm>
      {!setUp && (
        <p className="muted" style={{ marginBottom: 0 }}>
          手机遗失时可输入恢复码；恢复码也没有时，请在服务器上重新发放激活码。
        </p>
      )}
    </div>
  )
}
