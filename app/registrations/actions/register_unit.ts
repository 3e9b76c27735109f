import type { MultipartFile } from '@adonisjs/core/bodyparser'
import db from '@adonisjs/lucid/services/db'
import { storeUpload } from '#files/store_file'
import openAccount from '#identity/actions/open_account'
import setPassword from '#identity/actions/set_password'
import Account from '#identity/models/account'
import { passwordFault } from '#identity/password_rules'
import Organization from '#organizations/models/organization'
import { asRegistered, takenBack } from '#registrations/actions/taken_back'
import { readCreditCode } from '#registrations/credit_code'
import { registrableBody, unitKindsBelow } from '#registrations/queries/registrable_bodies'
import { sealValue } from '#tenancy/crypto'
import { maskPhone } from '#tenancy/masking'
import type { ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface UnitRegistration {
  name: string
  kind: string
  creditCode: string
  regionCode: string
  nature: string
  industry: string
  contact: string
  phone: string
  address: string
  organizationId: number
  login: string
  password: string
}

/** A unit asks for an account of its own; its superior looks at the papers and decides (HU-76). */
export default async function registerUnit(
  ctx: ActorContext,
  input: UnitRegistration,
  papers: MultipartFile[]
): Promise<void> {
  const superior = await registrableBody('unit', input.organizationId)
  if (!(await unitKindsBelow(superior)).some(({ value }) => value === input.kind))
    throw refuse('kind', `${superior.name}不能受理这一类别的单位，请重新选择`)
  const creditCode = input.creditCode.toUpperCase()
  const code = readCreditCode(creditCode)
  if (!code.isWellFormed)
    throw refuse('creditCode', '应为 18 位数字或大写字母（不含 I、O、S、V、Z）')
  if (await Organization.findBy('creditCode', creditCode))
    throw refuse('creditCode', '该单位已有账号，请联系本单位管理员')
  const waiting = await db
    .from('registrations')
    .where({ kind: 'unit', status: 'open' })
    .whereRaw("json_value(content, '$.creditCode') = ?", [creditCode])
    .first()
  if (waiting) throw refuse('creditCode', '该单位的注册申请正在审核，请勿重复提交')
  const fault = passwordFault(input.password, [input.login])
  if (fault) throw refuse('password', fault)
  if (papers.length === 0) throw refuse('papers', '请上传营业执照或法人证书')
  await takenBack(await Account.findBy('login', input.login))
  const files = []
  for (const paper of papers.slice(0, 5))
    files.push(
      (
        await storeUpload(ctx, paper, {
          purpose: 'registration',
          accept: ['pdf', 'jpg', 'png'],
          maxSizeKb: 10_240,
        })
      ).id
    )
  const account = await asRegistered(async () => {
    const { account: opened } = await openAccount(ctx, {
      login: input.login,
      kind: 'staff',
      name: `${input.name}管理员`,
      roles: ['unit_admin'],
    })
    return opened
  })
  await setPassword(account, input.password)
  await account.merge({ status: 'pending' }).save()
  const { name, kind, regionCode, nature, industry, contact, address, login } = input
  await db.table('registrations').insert({
    kind: 'unit',
    name,
    organization_id: superior.id,
    account_id: account.id,
    content: JSON.stringify({
      name,
      kind,
      creditCode,
      regionCode,
      nature,
      industry,
      contact,
      address,
      login,
      files,
      codeFits: code.fits,
    }),
    phone_sealed: sealValue('registrations.phone', String(account.id), input.phone),
    phone_masked: maskPhone(input.phone),
    created_at: stamp(ctx),
  })
}

const refuse = (field: string, message: string) =>
  new Refusal('registration', '请更正标出的内容', [{ field, message }])
