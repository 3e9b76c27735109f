import { Checkbox, Form, Input, Select } from 'antd'
import { must } from '~/ui/must'

const NATURES = ['机关', '事业单位', '国有企业', '民营企业', '外资企业', '社会组织', '其他']
const ECONOMIES = ['国有经济', '集体经济', '私营经济', '联营经济', '股份制经济', '外商投资', '其他']
const INDUSTRIES = [
  '农、林、牧、渔业',
  '采矿业',
  '制造业',
  '电力、热力、燃气及水生产和供应业',
  '建筑业',
  '批发和零售业',
  '交通运输、仓储和邮政业',
  '住宿和餐饮业',
  '信息传输、软件和信息技术服务业',
  '金融业',
  '房地产业',
  '租赁和商务服务业',
  '科学研究和技术服务业',
  '水利、环境和公共设施管理业',
  '居民服务、修理和其他服务业',
  '教育',
  '卫生和社会工作',
  '文化、体育和娱乐业',
  '公共管理、社会保障和社会组织',
  '国际组织',
]
const choices = (values: string[]) => values.map((value) => ({ value, label: value }))
export function TextField({
  name,
  label,
  max,
  required = false,
  hint,
}: {
  name: string
  label: string
  max: number
  required?: boolean
  hint?: string
}) {
  return (
    <Form.Item name={name} label={label} extra={hint} rules={required ? must(label) : undefined}>
      <Input maxLength={max} showCount={max <= 100} />
    </Form.Item>
  )
}

/** The fields of F0 that may be changed later too. */
export function OrganizationFields() {
  return (
    <>
      <TextField name="name" label="机构名称" max={150} required />
      <TextField name="regionCode" label="所属区域" max={12} required hint="6 位行政区划代码" />
      <Form.Item name="nature" label="机构单位性质" rules={must('机构单位性质')}>
        <Select options={choices(NATURES)} />
      </Form.Item>
      <Form.Item name="economy" label="用人单位经济类型">
        <Select allowClear options={choices(ECONOMIES)} />
      </Form.Item>
      <Form.Item name="industry" label="所属行业" rules={must('所属行业')}>
        <Select showSearch virtual={false} options={choices(INDUSTRIES)} />
      </Form.Item>
      <TextField name="creditCode" label="统一社会信用代码" max={18} />
      <TextField name="organizationCode" label="组织机构代码" max={50} />
      <TextField name="contact" label="联系人" max={20} />
      <TextField name="phone" label="联系电话" max={12} />
      <TextField name="fax" label="传真" max={20} />
      <TextField name="email" label="电子邮箱" max={100} />
      <TextField name="postcode" label="邮政编码" max={20} />
      <TextField name="address" label="通讯地址" max={100} />
      <TextField name="overseer" label="分管人" max={20} required />
      <Form.Item label="机构（单位）属性">
        <Form.Item name="createsCommittees" valuePropName="checked" noStyle>
          <Checkbox>评委会创建权</Checkbox>
        </Form.Item>
        <Form.Item name="formsCommittees" valuePropName="checked" noStyle>
          <Checkbox>评委会组建权</Checkbox>
        </Form.Item>
      </Form.Item>
    </>
  )
}

/** What an emptied input means. */
export const withoutBlanks = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === '' ? null : value])
  )
