import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { approveAll, as, fillApplication, submitFilled } from '#platform/demo/drive'
import { playMeeting } from '#platform/demo/play_meeting'
import { provinceFiles } from '#platform/scaffold/province_files'
import requestCertificates from '#certificates/actions/request_certificates'
import Certificate from '#certificates/models/certificate'
import { assignNumber } from '#certificates/numbers/assign_number'
import { runJobs } from '#jobs/run_jobs'
import { closePublicity, openPublicity } from '#results/actions/publicity'
import { settleRoles } from '#results/roles'
import Account from '#identity/models/account'
import Application from '#applications/models/application'
import { provinceFaults } from '#province/check_province'
import { impureFiles } from '#province/contract_suite'
import type { Province } from '#province/define_province'
import { register } from '#province/registry'
import { staff } from '#tests/helpers/results'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'
import { visitorOf } from '#tests/helpers/browserless'

const folder = app.makePath('tmp', 'fourth_province')

/** From the report to the certificate, each act by a person of the body the rules name; answers its code. */
async function certify(application: Application): Promise<string> {
  const { id, meetingId } = application
  await settleRoles()
  const bodyWith = async (role: string, day: string) => {
    const { organization_id: body } = await db
      .from('result_roles')
      .where({ application_id: id, role })
      .firstOrFail()
    const account = await Account.query()
      .where({ organizationId: body, kind: 'staff' })
      .orderBy('id')
      .firstOrFail()
    return staff(account.login, day)
  }
  const { publicityId } = await openPublicity(await bodyWith('publisher', '2026-10-12'), {
    meetingId: meetingId!,
    applicationIds: [id],
  })
  await closePublicity(await bodyWith('publisher', '2026-11-01'), publicityId!)
  const generator = await bodyWith('generator', '2026-11-02')
  await assignNumber(generator, id)
  await requestCertificates(generator, { applicationIds: [id] })
  await runJobs()
  return (await Certificate.findByOrFail('applicationId', id)).verificationCode
}

test.group('a fourth province', (group) => {
  let province: Province

  group.setup(async () => {
    rmSync(folder, { recursive: true, force: true })
    const files = provinceFiles({
      id: 'fourth',
      name: '示例省',
      divisionCode: '990000',
      year: 2026,
    })
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    province = (await import(join(folder, 'index.ts'))).default
    return () => rmSync(folder, { recursive: true, force: true })
  })

  test('the scaffold keeps the contract as it is', ({ assert }) => {
    assert.deepEqual(provinceFaults(province), [])
    assert.deepEqual(impureFiles(folder), [])
    assert.lengthOf(
      readFileSync(join(folder, 'tests/contract.spec.ts'), 'utf8').trim().split('\n'),
      4
    )
  })

  test('its tenant is created and an application walks to a certificate anyone verifies', async ({
    assert,
  }) => {
    let code = ''
    register([province], provinceFaults)
    await freshTenantOf('fourth')
    const stages = await inProvince('fourth', async () => {
      const rows = await db.from('applications').orderBy('id').select('stage')
      return rows.map(({ stage }) => stage)
    })
    assert.deepEqual(stages, ['draft', 'in_approval', 'in_evaluation'])
    await inProvince('fourth', async () => {
      const application = await Application.query().orderBy('id').firstOrFail()
      const self = await as(await Account.findOrFail(application.accountId))
      await fillApplication(self, application)
      await submitFilled(self, application)
      await approveAll(application.id)
      assert.equal((await application.refresh()).stage, 'qualified')
      await playMeeting(1)
      const [, , third] = await Application.query().orderBy('id')
      assert.equal(third.stage, 'reported')
      code = await certify(third)
    })
    const shown = await visitorOf('fourth').page(`/c/${code}`)
    assert.equal(shown.body.props.certificate.state, 'valid')
    const unknown = await visitorOf('fourth').page('/c/nothing')
    assert.isNull(unknown.body.props.certificate)
    const visitor = await visitorOf('fourth').becomes('admin')
    const { body } = await visitor.page('/rules')
    assert.equal(body.props.versions.data[0].number, 1)
    assert.equal(body.props.brand.name, '示例省职称评审服务平台')
  })
})
