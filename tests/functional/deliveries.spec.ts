import net from 'node:net'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import apply from '#lifecycle/apply'
import { smtpChannel, trialChannel, useChannel } from '#notifications/channels'
import { maskEmail } from '#notifications/actions/set_email'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

import '#start/jobs'

const PROVINCE = 'hebei'

/** A mail server that keeps what it is told; `refuses` makes it say no. */
function mailServer() {
  const heard: string[] = []
  const state = { refuses: false }
  const server = net.createServer((socket) => {
    let inData = false
    socket.write('220 test\r\n')
    socket.on('data', (data) => {
      heard.push(data.toString())
      for (const line of data.toString().split('\r\n')) {
        if (inData) {
          if (line === '.') {
            inData = false
            socket.write('250 taken\r\n')
          }
        } else if (/^(EHLO|HELO)/i.test(line)) socket.write('250 test\r\n')
        else if (/^RCPT/i.test(line)) socket.write(state.refuses ? '550 no\r\n' : '250 ok\r\n')
        else if (/^(MAIL|RSET)/i.test(line)) socket.write('250 ok\r\n')
        else if (/^DATA/i.test(line)) {
          inData = true
          socket.write('354 go\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      }
    })
    socket.on('error', () => {})
  })
  return new Promise<{ server: net.Server; port: number; heard: string[]; state: typeof state }>(
    (resolve) =>
      server.listen(0, '127.0.0.1', () =>
        resolve({ server, port: (server.address() as net.AddressInfo).port, heard, state })
      )
  )
}

test.group('messages by e-mail and SMS', (group) => {
  let mail: Awaited<ReturnType<typeof mailServer>>
  group.setup(async () => {
    await freshTenantOf(PROVINCE)
    mail = await mailServer()
    useChannel('email', smtpChannel(`smtp://127.0.0.1:${mail.port}`, 'office@example.org'))
  })
  group.teardown(() => {
    mail.server.close()
    useChannel('email', trialChannel)
    leaveTenantOf(PROVINCE)
  })

  const returned = async () => {
    const { id, accountId } = await Application.query().where('stage', 'in_approval').firstOrFail()
    await apply(systemContext(), {
      applicationId: id,
      command: { type: 'return', opinion: '请补充学历证明', dueOn: '2027-01-15' },
    })
    return { id, accountId }
  }
  const deliveries = async (accountId: number) =>
    db
      .from('message_deliveries as d')
      .join('messages as m', 'm.id', 'd.message_id')
      .where('m.account_id', accountId)
      .orderBy('d.id')
      .select('d.*')

  test('what the rules name goes out once, masked, sealed, with its state; a trial is never called sent', async ({
    assert,
  }) => {
    const target = await inProvince(PROVINCE, async () => {
      const { accountId } = await Application.query().where('stage', 'in_approval').firstOrFail()
      return Account.findOrFail(accountId)
    })
    const applicant = await visitorOf(PROVINCE).becomes(target.login)
    const wrong = await applicant.post('/messages/email', { email: 'nonsense' })
    assert.equal(wrong.body.errors[0].message, '电子邮箱应为有效的邮箱地址，如 name@example.com')
    const email = 'zhang.shili@example.org'
    assert.equal((await applicant.post('/messages/email', { email })).status, 200)
    const { addresses } = (await applicant.page('/messages')).body.props
    assert.equal(addresses.email, 'z***@example.org')
    await inProvince(PROVINCE, async () => {
      const { accountId } = await returned()
      assert.equal(accountId, target.id)
      await runJobs()
      await db.from('jobs').where('kind', 'notifications.announce').update({ status: 'queued' })
      await runJobs()
      const rows = await deliveries(accountId)
      const of = (channel: string) => rows.filter((row) => row.channel === channel)
      assert.lengthOf(of('email'), 1)
      assert.deepInclude(of('email')[0], { status: 'sent', address_masked: maskEmail(email) })
      const [sms] = of('sms')
      assert.oneOf(sms.status, ['trial', 'skipped'])
      assert.isNull(sms.sent_at)
      // the address stands sealed in its row, in no job and no log
      const person = await db.from('people').where('id', target.personId!).firstOrFail()
      assert.notInclude(Buffer.from(person.email_sealed).toString('latin1'), 'shili')
      const jobs = await db.from('jobs').where('kind', 'notifications.deliver').select('payload')
      assert.notInclude(JSON.stringify(jobs), 'example.org')
    })
    assert.lengthOf(mail.heard.join('').match(/RCPT TO/g) ?? [], 1)
    assert.include(mail.heard.join(''), email)
  })

  test('a refused mail shows as failed and is sent again by the administrator', async ({
    assert,
  }) => {
    mail.state.refuses = true
    const { id } = await inProvince(PROVINCE, async () => {
      const row = await db
        .from('message_deliveries')
        .where({ channel: 'email', status: 'sent' })
        .firstOrFail()
      await db
        .from('message_deliveries')
        .where('id', row.id)
        .update({ status: 'skipped', attempts: 5 })
      return row
    })
    const admin = await visitorOf(PROVINCE).becomes('admin')
    assert.equal((await admin.post(`/message-deliveries/${id}/resend`)).status, 200)
    await inProvince(PROVINCE, () => runJobs())
    const failed = (await admin.page('/message-deliveries?status=failed')).body.props.deliveries
    assert.equal(failed.data[0].id, id)
    assert.match(failed.data[0].fault, /550/)
    const { recipient } = failed.data[0]
    const named = await admin.page(`/message-deliveries?name=${encodeURIComponent(recipient)}`)
    assert.include(
      named.body.props.deliveries.data.map((row: { id: number }) => row.id),
      id
    )
    const nobody = await admin.page('/message-deliveries?name=nobody')
    assert.isEmpty(nobody.body.props.deliveries.data)
    assert.notInclude(JSON.stringify(failed), 'zhang.shili')
    mail.state.refuses = false
    assert.equal((await admin.post(`/message-deliveries/${id}/resend`)).status, 200)
    await inProvince(PROVINCE, () => runJobs())
    await inProvince(PROVINCE, async () =>
      assert.equal((await db.from('message_deliveries').where('id', id).first()).status, 'sent')
    )
    assert.equal((await admin.post(`/message-deliveries/${id}/resend`)).status, 409)
    const clerk = await visitorOf(PROVINCE).becomes('szgb-jb')
    assert.equal((await clerk.page('/message-deliveries')).status, 403)
  })
})
