import { Form, Input, Select, Upload, Button } from 'antd'
import { CommandForm } from '~/ui/command_form'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { RegistrableSearch } from '~/ui/registrable_search'
import { RegistrationFields } from '~/ui/registration_fields'
import { must } from '~/ui/must'

type Props = { kinds: { value: string; label: string }[] }

const NATURES = ['机关', '事业单位', '国有企业', '民营企业', '外资企业', '社会组织', '其他']
const text = (name: string, label: string, max: number, extra?: string) => (
  <Form.Item name={name} label={label} rules={must(label)} extra={extra}>
    <Input maxLength={max} />
  </Form.Item>
)

/** 单位注册 (HU-76): the superior looks at the papers and opens the account. */
export default function RegisterUnit({ kinds }: Props) {
  return (
    <div className="card" style={{ maxWidth: 900, margin: '0 auto' }}>
      <PageHead
        title="申请单位账号"
        hint="上级机构核对单位信息和证照后开通；开通后由单位管理员开设经办人和申报人账号。"
      />
      <CommandForm
        path="/register/unit"
        submit="提交申请"
        extra={<Link href="/sign-in?as=unit">已有账号，去登录</Link>}
        body={formData}
      >
        <div className="grid-form">
          {text('name', '单位名称', 150)}
          <Form.Item
            name="kind"
            label="单位类别"
            rules={must('单位类别')}
            initialValue={kinds[0]?.value}
          >
            <Select options={kinds} />
          </Form.Item>
          {text('creditCode', '统一社会信用代码', 18)}
          {text('regionCode', '所属区域', 6, '六位行政区划代码')}
          <Form.Item name="nature" label="单位性质" rules={must('单位性质')}>
            <Select options={NATURES.map((value) => ({ value, label: value }))} />
          </Form.Item>
          {text('industry', '所属行业', 60)}
          {text('contact', '联系人', 20)}
          {text('phone', '联系人手机号码', 11)}
          {text('address', '通讯地址', 100)}
          <Form.Item
            name="organizationId"
            label="上级机构"
            rules={must('上级机构', '选择')}
            extra="主管部门、经办机构或职改办，由其审核"
          >
            <RegistrableSearch kind="unit" />
          </Form.Item>
          {text('login', '管理员登录名', 64, '字母、数字、点、横线或下划线')}
          <Form.Item
            name="papers"
            label="证照"
            valuePropName="fileList"
            getValueFromEvent={(event: { fileList: unknown[] }) => event.fileList}
            rules={[{ required: true, message: '请上传营业执照或法人证书' }]}
            extra="营业执照或法人证书，PDF、JPG、PNG，不超过 10 MB，最多 5 个"
          >
            <Upload accept=".pdf,.jpg,.png" maxCount={5} beforeUpload={() => false}>
              <Button>选择文件</Button>
            </Upload>
          </Form.Item>
        </div>
        <RegistrationFields notice="收集的单位信息和联系人信息只用于核对单位身份和联系，联系人手机号码加密保存。" />
      </CommandForm>
    </div>
  )
}

function formData(values: Record<string, unknown>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) {
    if (name === 'papers')
      for (const { originFileObj } of (value ?? []) as { originFileObj: File }[])
        data.append('papers[]', originFileObj)
    else if (value !== undefined && value !== null) data.append(name, String(value))
  }
  return data
}
