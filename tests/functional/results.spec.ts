import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import Application from '#applications/models/application'
import { storeBytes } from '#files/store_file'
import Account from '#identity/models/account'
import { brokenInvariants } from '#lifecycle/invariants'
import { as } from '#platform/demo/drive'
import { playMeeting } from '#platform/demo/play_meeting'
import { samplePdf } from '#platform/demo/sample_pdf'
import * as publicity from '#results/actions/publicity'
import { visitorOf } from '#tests/helpers/browserless'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const staff = async (login: string, day?: string) =>
  as(await Account.findByOrFail('login', login), () =>
    day
      ? (DateTime.fromISO(`${day}T10:00:00`, { zone: 'Asia/Shanghai' }).toUTC() as DateTime<true>)
      : DateTime.utc()
  )

test.group('results', (group) => {
  let meetingId: number
  group.setup(async () => {
    await tenantOf('henan')
    meetingId = await inProvince('henan', async () => {
      const meeting = await db.from('meetings').orderBy('id').firstOrFail()
      if (meeting.status === 'in_session') await playMeeting(meeting.id)
      return meeting.id
    })
  })

  test('nobody below the committee reads the outcome before it is publicised', async ({
    assert,
  }) => {
    const { id, login } = await inProvince('henan', async () => {
      const { application_id: reported } = await db
        .from('meeting_cases')
        .where({ meeting_id: meetingId, plenary_outcome: 'passed' })
        .firstOrFail()
      const application = await Application.findOrFail(reported)
      const account = await Account.findOrFail(application.accountId)
      return { id: application.id, login: account.login }
    })
    const applicant = await visitorOf('henan').becomes(login)
    for (const path of ['/applications', `/applications/${id}`]) {
      const { body } = await applicant.page(path)
      assert.notMatch(JSON.stringify(body.props), /结果：|"passed"|"yes":/)
    }
    const { body } = await (await visitorOf('henan').becomes('yfxx')).page(`/reviews/${id}`)
    assert.equal(body.props.application.stage, 'reported')
    assert.notMatch(JSON.stringify(body.props), /结果：|"passed"|"yes":/)
  })

  test('[HN-22] [HN-23] [HN-25] the whole committee, by the entitled body only, after the minutes', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const city = await staff('zzzgb')
      await assert.rejects(() => publicity.openPublicity(city, { meetingId }), /尚未上传会议纪要/)
      const minutes = await storeBytes(city, samplePdf('minutes'), {
        name: '会议纪要.pdf',
        extension: 'pdf',
        purpose: 'minutes',
        applicationId: null,
      })
      await db.from('meetings').where('id', meetingId).update({ minutes_file_id: minutes.id })
      // the province's office is not the last reviewing body of an intermediate title
      await assert.rejects(
        async () => publicity.openPublicity(await staff('szgb'), { meetingId }),
        /不由您的机构公示/
      )
      const opened = await publicity.openPublicity(await staff('zzzgb', '2026-11-21'), {
        meetingId,
      })
      assert.equal(opened.passed, 1)
      // 21 and 22 November are a weekend: the fifth working day after the 21st is the 27th
      assert.equal(opened.endsOn, '2026-11-27')
      assert.deepEqual(await brokenInvariants(), {})
    })
  })

  test('the public sees the named fields and nothing else, without signing in', async ({
    assert,
  }) => {
    const lastDay = (day: string) =>
      inProvince('henan', () => db.from('publicities').update({ ends_on: day }))
    // the portal goes by the day on which the test runs
    await lastDay('2099-12-31')
    const visitor = visitorOf('henan')
    const list = await visitor.page('/publicity')
    assert.lengthOf(list.body.props.publicities, 1)
    const shown = await visitor.page(`/publicity/${list.body.props.publicities[0].id}`)
    assert.deepEqual(Object.keys(shown.body.props.people.data[0].values), [
      'name',
      'unit',
      'series',
      'specialty',
      'title',
    ])
    assert.notMatch(JSON.stringify(shown.body), /410100|1370000|idNumber/)
    const elsewhere = await visitorOf('hebei')
      .page('/publicity')
      .catch(() => null)
    assert.notMatch(JSON.stringify(elsewhere?.body ?? ''), /钱示例/)
    await lastDay('2026-11-27')
  })

  test('[HN-26] [HN-29] [HN-30] an objection is looked into by one and decided by another', async ({
    assert,
  }) => {
    const handler = await visitorOf('henan').becomes('zzzgb')
    const person = await inProvince('henan', () =>
      Application.query().where({ meetingId, stage: 'in_publicity' }).firstOrFail()
    )
    const foreign = await visitorOf('henan').becomes('szgb')
    const reason = '有人反映论文问题'
    assert.equal(
      (await foreign.post(`/results/people/${person.id}/object`, { reason })).status,
      403
    )
    const moved = await handler.post(`/results/people/${person.id}/object`, { reason })
    assert.equal(moved.status, 200, moved.body.message)
    const desk = await handler.page('/objections?status=open')
    const [{ id, status }] = desk.body.props.objections.data
    assert.equal(status, 'handling')
    assert.equal((await foreign.page(`/objections/${id}`)).status, 404)
    const decision = { outcome: 'passed', opinion: '查无实据' }
    const early = await handler.post(`/objections/${id}/decide`, decision)
    assert.match(early.body.message, /先登记核查情况/)
    await handler.post(`/objections/${id}/check`, { findings: '经核查，论文署名无误。' })
    const own = await handler.post(`/objections/${id}/decide`, decision)
    assert.equal(own.status, 403)
    assert.match(own.body.message, /核查人不能同时/)
    const other = await visitorOf('henan').becomes('zzzgb-fh')
    assert.equal((await foreign.post(`/objections/${id}/decide`, decision)).status, 404)
    const decided = await other.post(`/objections/${id}/decide`, decision)
    assert.equal(decided.status, 200, decided.body.message)
    await inProvince('henan', async () => {
      // the others are public still, so he is (R35)
      assert.equal((await Application.findOrFail(person.id)).stage, 'in_publicity')
      assert.deepEqual(await brokenInvariants(), {})
    })
    const passed = await handler.page('/results/people?store=in_publicity')
    assert.include(
      passed.body.props.people.data.map((row: { id: number }) => row.id),
      person.id
    )
    assert.equal((await other.post(`/objections/${id}/decide`, decision)).status, 409)
  })

  test('[HN-27] closed from the day after the last, by who publicised it', async ({ assert }) => {
    await inProvince('henan', async () => {
      const { id } = await db.from('publicities').orderBy('id', 'desc').firstOrFail()
      await assert.rejects(
        async () => publicity.closePublicity(await staff('zzzgb', '2026-11-27'), id),
        /次日起/
      )
      await assert.rejects(
        async () => publicity.closePublicity(await staff('yfxx', '2026-11-28'), id),
        /不由您的机构/
      )
      assert.equal(await publicity.closePublicity(await staff('zzzgb', '2026-11-28'), id), 1)
      assert.deepEqual(await brokenInvariants(), {})
    })
  })

  test('a year without a calendar is refused, not guessed', async ({ assert }) => {
    const { addWorkDays } = await import('#catalogue/work_days')
    await inProvince('henan', async () => {
      await assert.rejects(() => addWorkDays('2026-12-30', 5), /尚未维护 2027 年的工作日历/)
      assert.equal(await addWorkDays('2026-09-30', 1), '2026-10-08')
      assert.equal(await addWorkDays('2026-02-13', 1), '2026-02-14')
    })
  })
})
