import { createHmac } from 'node:crypto'
import redis from '@adonisjs/redis/services/main'
import { createChallenge, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import env from '#start/env'
import { requireTenant } from '#tenancy/context'

type Payload = Pick<Parameters<typeof verifySolution>[0], 'challenge' | 'solution'>

/** Proof of work instead of a picture puzzle: private, accessible, no third party. A challenge belongs to one tenant. */
const secret = () => `${env.get('APP_KEY').release()}|captcha|${requireTenant().slug}`
const keySecret = () => createHmac('sha256', secret()).update('key').digest('hex')

export async function newCaptcha() {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 5_000,
    counter: randomInt(50, 200),
    deriveKey,
    expiresAt: new Date(Date.now() + 10 * 60_000),
    hmacSignatureSecret: secret(),
    hmacKeySignatureSecret: keySecret(),
  })
}

/** True once for each solved challenge: a solution can't be used again. */
export async function checkCaptcha(payload: string | undefined): Promise<boolean> {
  if (!payload) return false
  try {
    const { challenge, solution } = JSON.parse(
      Buffer.from(payload, 'base64').toString('utf8')
    ) as Payload
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: secret(),
      hmacKeySignatureSecret: keySecret(),
    })
    if (!verified) return false
    const key = `captcha:${requireTenant().slug}:${challenge.signature}`
    return (await redis.set(key, '1', 'EX', 900, 'NX')) === 'OK'
  } catch {
    // whatever can't be read is not a solution
    return false
  }
}
