import { Checkbox, Form, InputNumber, Select } from 'antd'
import type { SignInPolicy } from '#identity/sign_in_policy'
import { CommandForm } from '~/ui/command_form'

interface Props {
  policy: { value: SignInPolicy; version: number }
  roles: { id: string; label: string }[]
}

const whole = (min: number, max: number, suffix: string) => (
  <InputNumber min={min} max={max} precision={0} suffix={suffix} style={{ width: 180 }} />
)

/** How people are let in. */
export function PolicyForm({ policy, roles }: Props) {
  return (
    <CommandForm
      path="/roles/policy"
      submit="保存"
      initial={{ ...policy.value }}
      body={(values) => ({ ...values, version: policy.version })}
    >
      <Form.Item
        name="secondFactorRoles"
        label="须用动态口令登录的岗位"
        extra="这些岗位的人下次登录时须绑定手机验证器；其他人可在“账号安全”中自行绑定。"
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={roles.map(({ id, label }) => ({ value: id, label }))}
        />
      </Form.Item>
      <Form.Item name="secondFactorChairs" valuePropName="checked" noStyle>
        <Checkbox>评审会议的主任、副主任也须用动态口令</Checkbox>
      </Form.Item>
      <Form.Item name="secondFactorIssuers" valuePropName="checked">
        <Checkbox>能生成、撤销证书的岗位也须用动态口令</Checkbox>
      </Form.Item>
      <div className="grid-form">
        <Form.Item name="lockAfter" label="连续输错多少次后锁定">
          {whole(3, 10, '次')}
        </Form.Item>
        <Form.Item name="lockMinutes" label="锁定时长">
          {whole(5, 1440, '分钟')}
        </Form.Item>
        <Form.Item name="passwordDays" label="密码有效期（0 为不限）">
          {whole(0, 730, '天')}
        </Form.Item>
        <Form.Item name="sessionHours" label="一次登录最长">
          {whole(1, 24, '小时')}
        </Form.Item>
      </div>
    </CommandForm>
  )
}
