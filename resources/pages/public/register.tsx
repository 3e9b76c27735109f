import { Form, Input } from 'antd'
import { CommandForm } from '~/ui/command_form'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { RegistrableSearch } from '~/ui/registrable_search'
import { RegistrationFields } from '~/ui/registration_fields'
import { useSite } from '~/ui/site'
import { must } from '~/ui/must'

type Props = { isOpen: boolean; isReviewed: boolean }

/** 注册新账号 (HU-01). */
export default function Register({ isOpen, isReviewed }: Props) {
  const { brand } = useSite()
  if (!isOpen)
    return (
      <div className="narrow card">
        <PageHead title="注册新账号" />
        <Empty title="申报人账号由所在单位开设">
          请联系所在单位的职称管理人员开设账号并领取激活码，再到
          <Link href="/activate">激活账号</Link>设置密码。
        </Empty>
        <p className="muted">
          单位没有账号的，可以<Link href="/register/unit">申请单位账号</Link>。
        </p>
      </div>
    )
  return (
    <div className="narrow card">
      <PageHead
        title="注册新账号"
        hint={
          isReviewed
            ? '登录名为身份证号；所在单位审核通过后即可登录。'
            : '登录名为身份证号；每人一个账号，注册后即可登录申报。'
        }
      />
      <CommandForm
        path="/register"
        submit="注册"
        extra={<Link href="/sign-in">已有账号，去登录</Link>}
      >
        <Form.Item name="name" label="姓名" rules={must('姓名')}>
          <Input maxLength={30} autoComplete="name" />
        </Form.Item>
        <Form.Item name="idNumber" label="身份证号" rules={must('身份证号')}>
          <Input maxLength={18} />
        </Form.Item>
        <Form.Item name="phone" label="手机号码" rules={must('手机号码')}>
          <Input maxLength={11} inputMode="tel" autoComplete="tel" />
        </Form.Item>
        <Form.Item
          name="organizationId"
          label="所在单位"
          rules={must('所在单位', '选择')}
          extra={
            <>
              找不到单位？请单位先<Link href="/register/unit">申请单位账号</Link>。
            </>
          }
        >
          <RegistrableSearch kind="person" />
        </Form.Item>
        <RegistrationFields
          notice={`${brand?.organizer ?? '职称管理部门'}为办理职称申报收集姓名、身份证号、手机号码和所在单位，加密保存，只用于身份核对和申报办理，按规定期限保存。`}
        />
      </CommandForm>
    </div>
  )
}
