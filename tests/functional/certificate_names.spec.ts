import { test } from '@japa/runner'
import Application from '#applications/models/application'
import requestCertificates from '#certificates/actions/request_certificates'
import Certificate from '#certificates/models/certificate'
import { trialSender, useMinistrySender } from '#certificates/ministry/sender'
import { endRendering } from '#certificates/rendering/render_document'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import Organization from '#organizations/models/organization'
import { visitorOf } from '#tests/helpers/browserless'
import { generatorOf, numberedApplications } from '#tests/helpers/numbered'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

import '#start/jobs'

const PROVINCE = 'hunan'
const NEW = { name: '更名示例', unit: '示例研究院（新）', title: '示例职称（新）' }

test.group('names of a corrected certificate', (group) => {
  let login: string
  let first: Certificate
  let oldName: string
  group.setup(async () => {
    await freshTenantOf(PROVINCE)
    await inProvince(PROVINCE, async () => {
      const [application] = await numberedApplications(1)
      const ctx = await generatorOf(application)
      login = (await Account.findOrFail(ctx.actor.accountId!)).login
      oldName = application.personName
      await requestCertificates(ctx, { applicationIds: [application.id] })
      await runJobs()
      first = await Certificate.findByOrFail('applicationId', application.id)
    })
    const officer = await visitorOf(PROVINCE).becomes(login)
    await officer.post(`/certificates/${first.id}/correct`, { reason: '姓名登记有误', ...NEW })
    const admin = await visitorOf(PROVINCE).becomes('admin')
    const [open] = (await admin.page('/certificate-changes')).body.props.changes.data
    const answer = { decision: 'approve', opinion: '同意' }
    await admin.post(`/certificate-changes/${open.id}/decide`, answer)
    await inProvince(PROVINCE, () => runJobs())
  })
  group.teardown(() => {
    useMinistrySender(trialSender)
    endRendering()
    leaveTenantOf(PROVINCE)
  })

  const LISTS = [
    ['HN-41', '/paper?printed=no'],
    ['HU-64', '/ministry-reports?tab=waiting'],
    ['HU-66', '/certificates?status=issued'],
  ]
  for (const [row, path] of LISTS)
    test(`[${row}] [HU-65] ${path} says what is printed and sent, and finds it by either name`, async ({
      assert,
    }) => {
      const officer = await visitorOf(PROVINCE).becomes(login)
      const rows = async (name: string) =>
        (await officer.page(`${path}&name=${encodeURIComponent(name)}`)).body.props.certificates
          .data as Record<string, string>[]
      const now = (found: Record<string, string>[]) =>
        found
          .filter(({ number }) => number === first.number)
          .map(({ name, unit, title }) => ({ name, unit, title }))
      assert.deepEqual(now(await rows('更名')), [NEW], 'by what it says')
      assert.deepEqual(now(await rows(oldName)), [NEW], 'by what the application says')
      assert.deepEqual(now(await rows('没有这个人')), [])
    })

  test('[HU-66] [HU-65] and by the unit it says, and by that of the application', async ({
    assert,
  }) => {
    const officer = await visitorOf(PROVINCE).becomes(login)
    const numbers = async (unit: string) =>
      (
        await officer.page(`/certificates?status=issued&unit=${encodeURIComponent(unit)}`)
      ).body.props.certificates.data.map(({ number }: { number: string }) => number)
    const former = await inProvince(PROVINCE, async () => {
      const { organizationId } = await Application.findOrFail(first.applicationId!)
      return (await Organization.findOrFail(organizationId)).name
    })
    assert.deepEqual(await numbers('研究院（新）'), [first.number])
    assert.include(await numbers(former.slice(1)), first.number)
    assert.deepEqual(await numbers('没有这个单位'), [])
    assert.deepEqual(await numbers('%'), [])
  })

  test('[HU-64] [HU-65] so it is after the report, and in what the ministry hears', async ({
    assert,
  }) => {
    const heard: { name: string; unit: string }[] = []
    useMinistrySender({
      name: '测试通道',
      isTrial: false,
      async send(items) {
        heard.push(...items.map(({ name, unit }) => ({ name, unit })))
        return items.map(({ key }) => ({ key, accepted: true, receipt: 'R1' }))
      },
    })
    const officer = await visitorOf(PROVINCE).becomes(login)
    const newer = await inProvince(PROVINCE, () => Certificate.findByOrFail('replacesId', first.id))
    assert.equal((await officer.post('/ministry-reports', { ids: [newer.id] })).status, 200)
    await inProvince(PROVINCE, () => runJobs())
    const { name, unit } = NEW
    assert.deepEqual(heard, [{ name, unit }])
    const path = `/ministry-reports?tab=accepted&name=${encodeURIComponent(oldName)}`
    const [row] = (await officer.page(path)).body.props.certificates.data
    assert.deepInclude(row, { ...NEW, act: '换发' })
  })
})
