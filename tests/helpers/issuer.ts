import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A small OpenID provider on this machine: it signs in whoever `person` says, and checks what a client has to send. */
export async function startIssuer(client: { id: string; secret: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, URLSearchParams>()
  let address = ''
  const issuer = {
    person: { sub: '', preferred_username: '' } as Record<string, string>,
    /** what the ID token says the nonce was; the right one where nothing is set */
    nonce: null as string | null,
    get address() {
      return address
    },
    /** As a browser would: follows the authorization address, answers where the provider sends it back to. */
    authorize(url: string) {
      const query = new URL(url).searchParams
      const code = randomBytes(8).toString('hex')
      codes.set(code, query)
      const back = new URL(query.get('redirect_uri')!)
      back.search = new URLSearchParams({ code, state: query.get('state')! }).toString()
      return back
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
  const token = (asked: URLSearchParams) => {
    const now = Math.floor(Date.now() / 1000)
    const head = encoded({ alg: 'RS256', kid: 'k' })
    const claims = encoded({
      iss: address,
      aud: client.id,
      iat: now,
      exp: now + 60,
      nonce: issuer.nonce ?? asked.get('nonce'),
      ...issuer.person,
    })
    const signature = createSign('RSA-SHA256').update(`${head}.${claims}`).sign(privateKey)
    return `${head}.${claims}.${signature.toString('base64url')}`
  }
  const answer = (path: string, body: URLSearchParams): [number, object] => {
    if (path === '/.well-known/openid-configuration')
      return [
        200,
        {
          issuer: address,
          authorization_endpoint: `${address}/authorize`,
          token_endpoint: `${address}/token`,
          jwks_uri: `${address}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        },
      ]
    if (path === '/keys')
      return [200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] }]
    const asked = codes.get(body.get('code') ?? '')
    codes.delete(body.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    const isRight =
      asked?.get('code_challenge') === challenge && body.get('client_secret') === client.secret
    return isRight
      ? [200, { access_token: 'x', token_type: 'Bearer', id_token: token(asked) }]
      : [400, { error: 'invalid_grant' }]
  }
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const body = new URLSearchParams(Buffer.concat(chunks).toString())
      const [status, json] = answer(request.url!, body)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return issuer
}
