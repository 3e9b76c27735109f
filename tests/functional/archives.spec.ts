import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { runJobs } from '#jobs/run_jobs'
import { visitorOf } from '#tests/helpers/browserless'
import { passedMeeting } from '#tests/helpers/results'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'
import { entriesOf } from '#tests/helpers/zip'

import '#start/jobs'

const PROVINCE = 'hunan'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test.group('packages for the archive', (group) => {
  let meetingId: number
  group.setup(async () => {
    await freshTenantOf(PROVINCE)
    meetingId = await inProvince(PROVINCE, () => passedMeeting('gph'))
  })
  group.teardown(() => void leaveTenantOf(PROVINCE))

  test('of a committee’s meeting: minutes, cases, a manifest whose digests hold; nobody else’s', async ({
    assert,
  }) => {
    const office = await visitorOf(PROVINCE).becomes('gph')
    const { meetings } = (await office.page('/archives')).body.props
    assert.include(
      meetings.map(({ value }: { value: string }) => value),
      String(meetingId)
    )
    const other = await visitorOf(PROVINCE).becomes('szc')
    assert.equal((await other.post('/archives', { scope: 'meeting', meetingId: 999 })).status, 404)
    const asked = await office.post('/archives', { scope: 'meeting', meetingId })
    assert.match(asked.body.to, /^\/jobs\/\d+$/)
    await inProvince(PROVINCE, () => runJobs())
    const [archive] = (await office.page('/archives')).body.props.archives.data
    assert.isTrue(archive.isMade)
    const file = await office.get(`/archives/${archive.id}/file`)
    assert.equal(sha256(file.bytes), archive.digest)
    const entries = await entriesOf(file.bytes)
    const manifest = JSON.parse(entries.get('manifest.json')!.toString())
    assert.lengthOf(manifest.files, archive.files)
    assert.lengthOf(manifest.files, entries.size - 2)
    for (const { path, sha256: stated } of manifest.files)
      assert.equal(sha256(entries.get(path)!), stated, path)
    assert.include(entries.get('sha256sums.txt')!.toString(), manifest.files[0].sha256)
    const cases = await inProvince(PROVINCE, () => Application.query().where({ meetingId }))
    for (const { code } of cases)
      assert.isTrue([...entries.keys()].some((name) => name.startsWith(code)))
    assert.isTrue([...entries.keys()].some((name) => name.startsWith('会议纪要/')))
    assert.equal((await other.get(`/archives/${archive.id}/file`)).status, 404)
  })

  test('of one case by its number, for the bodies of its way', async ({ assert }) => {
    const { code } = await inProvince(PROVINCE, () =>
      Application.query().where({ meetingId }).firstOrFail()
    )
    const office = await visitorOf(PROVINCE).becomes('gph')
    const wrong = await office.post('/archives', { scope: 'case', code: 'X' })
    assert.equal(wrong.body.errors[0].field, 'code')
    assert.equal((await office.post('/archives', { scope: 'case', code })).status, 200)
    await inProvince(PROVINCE, async () => {
      await runJobs()
      const row = await db.from('archives').orderBy('id', 'desc').firstOrFail()
      assert.deepInclude(row, { scope: 'case', status: 'made' })
      assert.isAbove(row.files, 0)
    })
    const applicant = await visitorOf(PROVINCE).becomes('chenshili')
    assert.equal((await applicant.post('/archives', { scope: 'case', code })).status, 403)
  })
})
