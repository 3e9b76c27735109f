import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import requestCertificates from '#certificates/actions/request_certificates'
import { assignNumber } from '#certificates/numbers/assign_number'
import { endRendering } from '#certificates/rendering/render_document'
import { runJobs } from '#jobs/run_jobs'
import { brokenInvariants } from '#lifecycle/invariants'
import Organization from '#organizations/models/organization'
import { approveAll } from '#platform/demo/drive'
import { visitorOf } from '#tests/helpers/browserless'
import { staff } from '#tests/helpers/results'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

import '#start/jobs'

const PROVINCE = 'hunan'

/** An approved case as one whose way ended at a receiving body, without a committee. */
async function initialTitle(code: string): Promise<number> {
  const { id } = await Application.query().where('stage', 'in_approval').firstOrFail()
  const { route } = await approveAll(id)
  const body = await Organization.findByOrFail('code', code)
  const last = { ...route.at(-1)!, organizationId: body.id, organizationName: body.name }
  await db
    .from('work_items')
    .where({ application_id: id, task: 'qualify' })
    .update({ organization_id: body.id })
  await db
    .from('applications')
    .where('id', id)
    .update({ committee_id: null, route: JSON.stringify([...route.slice(0, -1), last]) })
  return id
}

test.group('initial titles', (group) => {
  group.setup(async () => void (await freshTenantOf(PROVINCE)))
  group.teardown(() => {
    endRendering()
    leaveTenantOf(PROVINCE)
  })

  test('[HU-52] the receiving body confirms, and the case goes on to number and certificate', async ({
    assert,
  }) => {
    const id = await inProvince(PROVINCE, () => initialTitle('4301-A'))
    const other = await visitorOf(PROVINCE).becomes('cszjj')
    const opinion = '材料属实，同意'
    assert.equal((await other.post('/confirmations', { ids: [id], opinion })).status, 404)
    const body = await visitorOf(PROVINCE).becomes('csglc')
    const list = (await body.page('/confirmations')).body.props.people.data
    assert.deepEqual(
      list.map((row: { id: number }) => row.id),
      [id]
    )
    assert.equal((await body.page(`/reviews/${id}`)).status, 200)
    assert.equal((await body.post('/confirmations', { ids: [id], opinion: '' })).status, 422)
    const done = await body.post('/confirmations', { ids: [id], opinion })
    assert.match(done.body.message, /已确认 1 人/)
    // a second press finds it done
    assert.equal((await body.post('/confirmations', { ids: [id], opinion })).status, 422)
    await inProvince(PROVINCE, async () => {
      const confirmed = await Application.findOrFail(id)
      assert.deepEqual([confirmed.stage, confirmed.outcome], ['passed', 'passed'])
      // no filing: no committee reviewed it
      const generator = await staff('szc')
      assert.isNotEmpty(await assignNumber(generator, id))
      await requestCertificates(generator, { applicationIds: [id] })
      await runJobs()
      assert.equal((await Application.findOrFail(id)).stage, 'certified')
      const message = await db
        .from('messages')
        .where({ account_id: confirmed.accountId, title: '您的任职资格已确认' })
        .first()
      assert.exists(message)
      assert.deepEqual(await brokenInvariants(), {})
    })
  })
})
