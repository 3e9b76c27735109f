import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'
import { recordEntry } from '#audit/audit'
import Account from '#identity/models/account'
import { openValue, sealValue } from '#tenancy/crypto'
import { publicAddress } from '#tenancy/public_address'
import { Refusal } from '#web/refusal'
import { readSetting } from '#web/settings'

/** The province's own identity provider, where it has one. */
export interface Provider {
  enabled: boolean
  /** on the button of the sign-in page */
  label: string
  issuer: string
  clientId: string
  /** claim that holds the login of the account here */
  claim: string
  /** base64 of the sealed client secret; empty for a public client */
  secret: string
}

const NONE: Provider = {
  enabled: false,
  label: '统一身份认证',
  issuer: '',
  clientId: '',
  claim: 'preferred_username',
  secret: '',
}
const SECRET = ['tenant_settings.oidc', 'client_secret'] as const

export const readProvider = () => readSetting('oidc', NONE)
export const sealSecret = (text: string) => sealValue(...SECRET, text).toString('base64')

/** What waits in the session between leaving for the provider and coming back. */
export interface Journey {
  state: string
  nonce: string
  verifier: string
  to: string | null
}

const callback = async () => `${await publicAddress()}/sign-in/oidc/callback`

async function configuration(provider: Provider): Promise<Configuration> {
  const secret = provider.secret
    ? openValue(...SECRET, Buffer.from(provider.secret, 'base64'))
    : undefined
  try {
    return await discovery(new URL(provider.issuer), provider.clientId, secret, undefined, {
      timeout: 10,
      // an issuer without TLS exists in tests only
      ...(app.inTest && { execute: [allowInsecureRequests] }),
    })
  } catch {
    throw new Refusal('provider', '统一身份认证现在无法访问，请稍后再试，或用账号和密码登录。')
  }
}

async function enabled(): Promise<Provider> {
  const { value } = await readProvider()
  if (!value.enabled) throw new Refusal('provider', '本省没有启用统一身份认证。')
  return value
}

/** Where to send the browser, and what to remember meanwhile (code flow with PKCE, state and nonce). */
export async function beginJourney(
  to: string | null
): Promise<{ address: string; journey: Journey }> {
  const config = await configuration(await enabled())
  const journey = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    to,
  }
  const address = buildAuthorizationUrl(config, {
    redirect_uri: await callback(),
    scope: 'openid profile',
    response_type: 'code',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  })
  return { address: address.href, journey }
}

/** The account of who comes back from the provider; refuses who has none here. */
export async function endJourney(journey: Journey, query: string): Promise<Account> {
  const provider = await enabled()
  const config = await configuration(provider)
  let claims: Record<string, unknown> | undefined
  try {
    const tokens = await authorizationCodeGrant(config, new URL(`${await callback()}?${query}`), {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
    })
    claims = tokens.claims()
  } catch {
    throw new Refusal('provider', '统一身份认证没有通过，请重新登录。')
  }
  return accountOf(provider, String(claims!.sub), claims![provider.claim])
}

/** By the identity that was linked before; otherwise by the login the provider names, which links it for good. */
async function accountOf(provider: Provider, subject: string, login: unknown) {
  const linked = await db
    .from('account_identities')
    .where({ issuer: provider.issuer, subject })
    .select('account_id')
    .first()
  const account = linked
    ? await Account.find(linked.account_id)
    : typeof login === 'string' && login.trim() !== ''
      ? await Account.findBy('login', login.trim())
      : null
  const now = DateTime.utc()
  if (
    !account ||
    account.status !== 'active' ||
    (account.lockedUntil && account.lockedUntil > now)
  ) {
    await recordEntry({
      accountId: account?.id ?? null,
      actorName: account?.name ?? '未知',
      action: 'session.refused',
      outcome: 'refused',
    })
    throw new Refusal(
      'no_account',
      '您的统一身份在本平台没有可用的账号，请先由单位开设并激活，或联系管理员。'
    )
  }
  const who = { accountId: account.id, actorName: account.name }
  await db.transaction(async (trx) => {
    if (!linked) {
      await trx.table('account_identities').insert({
        account_id: account.id,
        issuer: provider.issuer,
        subject,
        linked_at: now.toFormat('yyyy-MM-dd HH:mm:ss.SSS'),
      })
      await recordEntry({ ...who, action: 'identity.linked' }, trx)
    }
    await account.useTransaction(trx).merge({ lastSignedInAt: now }).save()
    await recordEntry({ ...who, action: 'session.opened' }, trx)
  })
  return account
}
