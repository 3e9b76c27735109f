import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { approveAll, as, fillApplication, submitFilled } from '#platform/demo/drive'
import { playMeeting } from '#platform/demo/play_meeting'
import { provinceFiles } from '#platform/scaffold/province_files'
import Account from '#identity/models/account'
import Application from '#applications/models/application'
import { provinceFaults } from '#province/check_province'
import { impureFiles } from '#province/contract_suite'
import type { Province } from '#province/define_province'
import { register } from '#province/registry'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'
import { visitorOf } from '#tests/helpers/browserless'

const folder = app.makePath('tmp', 'fourth_province')

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

  test('its tenant is created and an application walks through it', async ({ assert }) => {
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
    })
    const visitor = await visitorOf('fourth').becomes('admin')
    const { body } = await visitor.page('/rules')
    assert.equal(body.props.versions.data[0].number, 1)
    assert.equal(body.props.brand.name, '示例省职称评审服务平台')
  })
})
