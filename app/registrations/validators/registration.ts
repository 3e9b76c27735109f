import vine, { chinese } from '#web/vine'

const words = (max: number) => vine.string().trim().minLength(1).maxLength(max)
const number = vine.number().positive().withoutDecimals()
const password = vine.string().minLength(8).maxLength(64)
const account = {
  password: password.clone().confirmed({ confirmationField: 'confirmation' }),
  captcha: vine.string().maxLength(4000),
  agreed: vine.accepted(),
}

export const personValidator = vine.create(
  vine.object({
    ...account,
    name: vine.string().trim().minLength(2).maxLength(30),
    idNumber: vine.string().trim().fixedLength(18),
    phone: vine.string().regex(/^1\d{10}$/),
    organizationId: number.clone(),
  })
)
personValidator.messagesProvider = chinese({
  name: '姓名',
  idNumber: '身份证号',
  phone: '手机号码',
  organizationId: '所在单位',
  captcha: '人机验证',
  agreed: '同意个人信息收集说明',
})

export const unitValidator = vine.create(
  vine.object({
    ...account,
    name: vine.string().trim().minLength(2).maxLength(150),
    kind: words(40),
    creditCode: vine.string().trim().fixedLength(18),
    regionCode: vine.string().regex(/^\d{6}$/),
    nature: words(40),
    industry: words(60),
    contact: words(20),
    phone: vine.string().regex(/^1\d{10}$/),
    address: words(100),
    organizationId: number.clone(),
    login: vine.string().trim().minLength(2).maxLength(64),
  })
)
unitValidator.messagesProvider = chinese({
  name: '单位名称',
  kind: '单位类别',
  creditCode: '统一社会信用代码',
  regionCode: '所属区域',
  nature: '单位性质',
  industry: '所属行业',
  contact: '联系人',
  phone: '联系人手机号码',
  address: '通讯地址',
  organizationId: '上级机构',
  captcha: '人机验证',
  agreed: '同意信息收集说明',
})

export const decisionValidator = vine.create(
  vine.object({
    decision: vine.enum(['accepted', 'refused'] as const),
    opinion: vine
      .string()
      .trim()
      .maxLength(500)
      .optional()
      .requiredWhen('decision', '=', 'refused'),
  })
)
decisionValidator.messagesProvider = chinese({ opinion: '审核意见', decision: '审核结果' })
