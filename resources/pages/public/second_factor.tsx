import { CommandForm } from '~/ui/command_form'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { CodeItem, SetUp, type SecondFactorSetUp } from '~/ui/second_factor'

/** The second step of signing in; who has no second factor yet sets it up here. */
export default function SecondFactor({ setUp }: { setUp: SecondFactorSetUp | null }) {
  return (
    <div className="narrow card">
      <PageHead
        title={setUp ? '绑定动态口令' : '动态口令'}
        hint={
          setUp ? '您的岗位须用动态口令登录，请先绑定。' : '请打开手机上的验证器，输入当前口令。'
        }
      />
      {setUp && <SetUp {...setUp} />}
      <CommandForm
        path="/sign-in/code"
        submit="确定"
        reload={false}
        extra={<Link href="/sign-in">重新登录</Link>}
      >
        <CodeItem onlyDevice />
      </CommandForm>
      <p className="muted" style={{ marginBottom: 0 }}>
        手机遗失或更换：请联系安全管理员重置动态口令。
      </p>
    </div>
  )
}
