import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { sectionContents } from '#applications/facts'
import Application from '#applications/models/application'
import { rulesetById } from '#batches/queries/rulesets'
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

  test('[HN-30] a case reads without this system: labels for codes, its files by name, personal data covered', async ({
    assert,
  }) => {
    const office = await visitorOf(PROVINCE).becomes('gph')
    const [archive] = (await office.page('/archives')).body.props.archives.data
    const entries = await entriesOf((await office.get(`/archives/${archive.id}/file`)).bytes)
    const [path] = [...entries.keys()].filter((name) => name.endsWith('申报情况.json'))
    const text = entries.get(path)!.toString()
    const record = JSON.parse(text)
    const folder = path.replace('申报情况.json', '')
    const found = await inProvince(PROVINCE, async () => {
      const application = await Application.findByOrFail('code', record.申报编号)
      const { ruleset } = await rulesetById(application.rulesetId)
      const contents = await sectionContents(application.id)
      return { application, sections: ruleset.application.sections, contents }
    })
    const { application, sections, contents } = found
    const keys = new Set<string>()
    JSON.parse(text, (key, value) => (keys.add(key), value))
    for (const key of keys) assert.match(key, /^(\d*|[一-龥]+)$/, 'every name is a word')
    assert.equal(record.打包时的状态, '评审已通过')
    assert.equal(record.评审结果, '通过')
    assert.equal(record.投票.同意票数, application.tally!.yes)
    assert.equal(record.取得方式, '评审')
    for (const { id, title, kind, fields } of sections) {
      if (kind === 'materials') continue
      const shown = record.申报信息.find((one: { 信息项: string }) => one.信息项 === title)
      const rows = kind === 'form' ? [shown.内容] : shown.记录
      const typed = [contents[id] ?? []].flat() as Record<string, unknown>[]
      for (const [index, values] of typed.entries())
        for (const { id: field, label, options, sensitive, type } of fields) {
          const value = values[field]
          const { 内容: word } = rows[index].find((one: { 项目: string }) => one.项目 === label)
          const chosen = options?.find((option) => option.value === value)?.label
          if (chosen) assert.equal(word, chosen)
          if (sensitive && value) assert.notInclude(text, String(value))
          if ((type === 'file' || type === 'image') && (value as number[] | undefined)?.length)
            for (const file of word) assert.isTrue(entries.has(`${folder}${file}`), file)
        }
    }
    const named = record.申报材料.flatMap((one: { 文件: string[] }) => one.文件)
    assert.isAbove(named.length, 0)
    for (const name of named) assert.isTrue(entries.has(`${folder}${name}`), name)
    assert.includeMembers(
      record.流转日志.map((one: { 事项: string }) => one.事项),
      ['提交', '资格复核通过', '上报评审结果']
    )
    const readme = entries.get('说明.txt')!.toString()
    for (const key of Object.keys(record).filter((one) => Array.isArray(record[one])))
      assert.include(readme, key)
    for (const name of ['manifest.json', 'sha256sums.txt', archive.label])
      assert.include(readme, name)
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
