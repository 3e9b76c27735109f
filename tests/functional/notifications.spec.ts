import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import Application from '#applications/models/application'
import Account from '#identity/models/account'
import { jobDefinition } from '#jobs/define_job'
import { runJobs } from '#jobs/run_jobs'
import apply from '#lifecycle/apply'
import { TRANSITIONS } from '#lifecycle/transitions'
import { announcementOf } from '#notifications/announcements'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const unreadOf = (accountId: number) =>
  db
    .from('messages')
    .where('account_id', accountId)
    .whereNull('read_at')
    .then((rows) => rows.length)

test.group('messages', (group) => {
  group.setup(async () => void (await freshTenantOf('hebei')))

  test('every announced event has its words, and no word tells a result before its time', ({
    assert,
  }) => {
    for (const { command, to, announced } of TRANSITIONS) {
      const payload = {
        reason: '测试',
        opinion: '测试',
        dueOn: '2026-12-01',
        startsOn: '2026-11-23',
        endsOn: '2026-11-27',
      }
      const words = to.map((stageAfter) => announcementOf({ type: command, stageAfter, payload }))
      assert.equal(words.some(Boolean), announced === true, command)
      assert.notMatch(JSON.stringify(words), /undefined/, command)
    }
    assert.isNull(
      announcementOf({ type: 'report', stageAfter: 'reported', payload: { outcome: 'passed' } })
    )
  })

  test('a return reaches the applicant once, is counted, read and opens the application', async ({
    assert,
  }) => {
    const { login, id, before } = await inProvince('hebei', async () => {
      const application = await Application.query().where('stage', 'in_approval').firstOrFail()
      await runJobs()
      const known = await unreadOf(application.accountId)
      await apply(systemContext(), {
        applicationId: application.id,
        command: { type: 'return', opinion: '请补充学历证明', dueOn: '2027-01-15' },
      })
      await runJobs()
      await db.from('jobs').where('kind', 'notifications.announce').update({ status: 'queued' })
      await runJobs()
      const account = await Account.findOrFail(application.accountId)
      return { login: account.login, id: application.id, before: known }
    })
    const applicant = await visitorOf('hebei').becomes(login)
    assert.equal((await applicant.get('/messages/unread')).body.unread, before + 1)
    const [message] = (await applicant.page('/messages')).body.props.messages.data
    assert.equal(message.title, '您的申报材料需要补正')
    assert.include(message.body, '请补充学历证明')
    const opened = await applicant.get(`/messages/${message.id}`)
    assert.equal(opened.status, 302)
    assert.match(opened.headers.location!, new RegExp(`/apply/${id}$`))
    const landed = await applicant.page(`/apply/${id}`)
    assert.equal(landed.body.component, 'applicant/applications/wizard')
    assert.equal((await applicant.get('/messages/unread')).body.unread, before)
    const other = await visitorOf('hebei').becomes('sy-jb')
    assert.equal((await other.get(`/messages/${message.id}`)).status, 404)
  })

  test('[HB-43] who has to correct within two working days is reminded once, and again after an extension', async ({
    assert,
  }) => {
    const told = await inProvince('hebei', async () => {
      const application = await Application.query().where('stage', 'returned').firstOrFail()
      const now = DateTime.fromISO('2026-11-23T09:00:00+08:00')
      const ctx = { ...systemContext(), now: () => now }
      const item = { application_id: application.id, status: 'open' }
      await db.from('work_items').where(item).update({ due_on: '2026-12-10' })
      await db.from('applications').where('id', application.id).update({ due_on: '2026-12-10' })
      const remindOn = async (day: string) => {
        const at = DateTime.fromISO(`${day}T09:00:00+08:00`)
        await jobDefinition('notifications.remind').handle({
          id: 0,
          payload: {},
          ctx: { ...systemContext(), now: () => at },
          progress: async () => {},
        })
        const rows = await db
          .from('messages')
          .where('account_id', application.accountId)
          .where('title', '您的申报补正即将到期')
        return rows.length
      }
      const counts = [await remindOn('2026-12-01')]
      for (const day of ['2026-12-08', '2026-12-09']) counts.push(await remindOn(day))
      await apply(ctx, {
        applicationId: application.id,
        command: { type: 'extend', dueOn: '2026-12-20', reason: '住院' },
      })
      counts.push(await remindOn('2026-12-10'), await remindOn('2026-12-18'))
      return counts
    })
    assert.deepEqual(told, [0, 1, 1, 1, 2])
  })
})
