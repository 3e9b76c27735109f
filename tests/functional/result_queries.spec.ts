import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import requestCertificates from '#certificates/actions/request_certificates'
import Certificate from '#certificates/models/certificate'
import { endRendering } from '#certificates/rendering/render_document'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import { openPublicity } from '#results/actions/publicity'
import { settleRoles } from '#results/roles'
import { visitorOf } from '#tests/helpers/browserless'
import { generatorOf, numberedApplications } from '#tests/helpers/numbered'
import { copyApplications, passedMeeting, reportedMeeting, staff } from '#tests/helpers/results'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

import '#start/jobs'

const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id)

test.group('queries after the evaluation', (group) => {
  group.setup(async () => {
    await freshTenantOf('henan')
    await freshTenantOf('hunan')
  })
  group.teardown(() => {
    endRendering()
    leaveTenantOf('henan')
    leaveTenantOf('hunan')
  })

  test('[HN-28] those not passed are listed, found by name, for the body that publicised', async ({
    assert,
  }) => {
    const failed = await inProvince('henan', async () => {
      const meetingId = await reportedMeeting('zzzgb')
      await settleRoles()
      const { id } = await Application.query().where({ meetingId, stage: 'reported' }).firstOrFail()
      const [lost] = await copyApplications(id, 1, 'reported')
      await db.from('applications').where('id', lost).update({ outcome: 'not_passed' })
      await openPublicity(await staff('zzzgb', '2026-10-12'), { meetingId })
      return Application.query().where({ meetingId, stage: 'not_passed' })
    })
    assert.isNotEmpty(failed)
    const city = await visitorOf('henan').becomes('zzzgb')
    const list = (await city.page('/results/people?store=not_passed')).body.props
    assert.sameMembers(idsOf(list.people.data), idsOf(failed))
    assert.equal(list.counts.not_passed, failed.length)
    assert.equal(list.people.data[0].outcome, 'not_passed')
    const one = await city.page(
      `/results/people?store=not_passed&name=${encodeURIComponent(failed[0].personName)}`
    )
    assert.include(idsOf(one.body.props.people.data), failed[0].id)
    const none = await city.page('/results/people?store=not_passed&name=无此人')
    assert.isEmpty(none.body.props.people.data)
    assert.equal((await city.get('/results/people/export?store=not_passed')).status, 200)
    const unit = await visitorOf('henan').becomes('yfxx')
    assert.equal((await unit.page('/results/people?store=not_passed')).status, 403)
  })

  test('[HU-16] the committee’s office queries and asks for the filing of a result; the meeting must be named', async ({
    assert,
  }) => {
    const meetingId = await inProvince('hunan', () => passedMeeting('gph'))
    const office = await visitorOf('hunan').becomes('gph')
    const { meetings } = (await office.page('/filings')).body.props
    assert.deepInclude(idsOf(meetings), meetingId)
    const bare = await office.post('/filings', {})
    assert.equal(bare.status, 422)
    assert.equal(bare.body.errors[0].field, 'meetingId')
    assert.oneOf((await office.post('/filings', { meetingId: 999_999 })).status, [404, 422])
    const asked = await office.post('/filings', { meetingId, note: '请予备案' })
    assert.equal(asked.status, 200, asked.body.message)
    const { filings } = (await office.page('/filings')).body.props
    assert.lengthOf(filings.data, 1)
    assert.equal((await office.page(`/filings/${filings.data[0].id}`)).status, 200)
  })

  test('[HU-09] a unit queries its applicants and opens the file of each', async ({ assert }) => {
    const { id, personName } = await inProvince('hunan', () =>
      Application.query().where('stage', 'in_approval').firstOrFail()
    )
    const unit = await visitorOf('hunan').becomes('pszx')
    const list = await unit.page(`/cases?name=${encodeURIComponent(personName)}`)
    assert.include(idsOf(list.body.props.cases.data), id)
    const file = await unit.page(`/reviews/${id}`)
    assert.equal(file.body.component, 'office/reviews/show')
    assert.isNotEmpty(file.body.props.file)
    const stranger = await visitorOf('hunan').becomes('csjyj')
    assert.equal((await stranger.page(`/reviews/${id}`)).status, 404)
  })

  test('[HU-28] a unit queries the certificates of its people and no others', async ({
    assert,
  }) => {
    const { certificateId, login } = await inProvince('hunan', async () => {
      const [application] = await numberedApplications(1)
      const ctx = await generatorOf(application)
      await requestCertificates(ctx, { applicationIds: [application.id] })
      await runJobs()
      const { id } = await Certificate.findByOrFail('applicationId', application.id)
      const clerk = await Account.query()
        .where({ organizationId: application.organizationId, kind: 'staff' })
        .whereHas('roles', (roles) => roles.where('role', 'handler'))
        .firstOrFail()
      return { certificateId: id, login: clerk.login }
    })
    const unit = await visitorOf('hunan').becomes(login)
    const list = (await unit.page('/certificates')).body.props.certificates
    assert.include(idsOf(list.data), certificateId)
    const detail = await unit.page(`/certificates/${certificateId}`)
    assert.isNotEmpty(detail.body.props.certificate.facts)
    assert.isFalse(detail.body.props.mayRevoke)
    assert.equal((await unit.get(`/certificates/${certificateId}/file`)).status, 200)
  })
})
