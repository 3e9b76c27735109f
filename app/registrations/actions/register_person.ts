import db from '@adonisjs/lucid/services/db'
import { currentRuleset } from '#batches/queries/rulesets'
import findOrCreatePerson from '#identity/actions/find_or_create_person'
import openAccount from '#identity/actions/open_account'
import setPassword from '#identity/actions/set_password'
import Account from '#identity/models/account'
import { passwordFault } from '#identity/password_rules'
import { asRegistered, takenBack } from '#registrations/actions/taken_back'
import { registrableBody } from '#registrations/queries/registrable_bodies'
import { today, type ActorContext } from '#web/actor'
import { Refusal } from '#web/refusal'
import { stamp } from '#web/stamp'

export interface PersonRegistration {
  name: string
  idNumber: string
  phone: string
  organizationId: number
  password: string
}

/**
 * A person opens his own account where the province lets him (HU-01): one for each person and year (HB-06). Where the
 * unit has to confirm that he belongs to it, the account waits for that.
 */
export default async function registerPerson(
  ctx: ActorContext,
  input: PersonRegistration
): Promise<{ isWaiting: boolean }> {
  const { accounts } = (await currentRuleset()).ruleset
  if (accounts.applicants !== 'self')
    throw new Refusal('closed', '本省的申报人账号由所在单位开设，请联系所在单位。')
  const unit = await registrableBody('person', input.organizationId)
  const idNumber = input.idNumber.trim().toUpperCase()
  const fault = passwordFault(input.password, [idNumber, idNumber.slice(-6), idNumber.slice(6, 14)])
  if (fault) throw new Refusal('password', '请更换密码', [{ field: 'password', message: fault }])
  const person = await findOrCreatePerson(ctx, { ...input, idNumber })
  const year = accounts.perYear ? Number(today(ctx).slice(0, 4)) : 0
  await takenBack(await Account.findBy('login', idNumber))
  const known = await Account.findBy('login', idNumber)
  if (known && (year === 0 || known.year === year))
    throw new Refusal(
      'account_exists',
      '此身份证号已有申报账号，请直接登录；忘记密码请联系所在单位重置。'
    )
  const account = await asRegistered(async () => {
    const { account: opened } = await openAccount(ctx, {
      login: known ? `${idNumber}-${year}` : idNumber,
      kind: 'applicant',
      name: person.name,
      roles: ['applicant'],
      personId: person.id,
      organizationId: unit.id,
      year,
    })
    return opened
  })
  await setPassword(account, input.password)
  const isWaiting = accounts.registrationReview
  if (isWaiting) await account.merge({ status: 'pending' }).save()
  await db.table('registrations').insert({
    kind: 'person',
    status: isWaiting ? 'open' : 'accepted',
    name: person.name,
    organization_id: unit.id,
    account_id: account.id,
    content: JSON.stringify({ idNumber: person.idNumberMasked }),
    phone_masked: person.phoneMasked,
    created_at: stamp(ctx),
    decided_at: isWaiting ? null : stamp(ctx),
  })
  return { isWaiting }
}
